using Integral.Applications.Staff;

namespace Integral.Applications.Data;

internal sealed class StaffTables : IEntityTypeConfiguration<OfferedOpening>, IEntityTypeConfiguration<StaffList>, IEntityTypeConfiguration<StaffListed>
{
    public void Configure(EntityTypeBuilder<OfferedOpening> offered)
    {
        offered.ToTable("application_offers");
        offered.Property(o => o.Title).HasMaxLength(Application.LongestTitle);
        offered.Property(o => o.Address).HasMaxLength(200);
        offered.HasIndex(o => new { o.CentreId, o.OpeningId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<StaffList> list)
    {
        list.ToTable("staff_lists");
        list.Property(l => l.Sent).HasMaxLength(64);
        list.Property(l => l.Title).HasMaxLength(Application.LongestTitle);
        list.Property(l => l.Contact).HasMaxLength(ApplicationList.LongestName);
        list.Property(l => l.Email).HasMaxLength(Application.LongestEmail);
        list.Property(l => l.Phone).HasMaxLength(Application.LongestPhone);
        list.Property(l => l.Consent).HasMaxLength(1000);
        list.HasMany(l => l.People).WithOne().HasForeignKey(p => p.ListId);
        list.HasIndex(l => l.Sent).IsUnique().Says(T.Say("This list was sent already."));
        list.HasIndex(l => new { l.CentreId, l.OpeningId });
    }

    public void Configure(EntityTypeBuilder<StaffListed> listed)
    {
        listed.ToTable("staff_listed");
        listed.Property(p => p.Name).HasMaxLength(3 * Application.LongestName + 2);
        listed.Property(p => p.Address).HasMaxLength(400);
        listed.Property(p => p.Trouble).HasMaxLength(4000);
        listed.Property(p => p.Version).IsConcurrencyToken();
        listed.HasOne<People.Contracts.Person>().WithMany().HasForeignKey(p => p.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
