using Integral.People.Contracts;

namespace Integral.Announcements.Data;

internal sealed class Tables : IEntityTypeConfiguration<Announcement>, IEntityTypeConfiguration<AudiencePart>, IEntityTypeConfiguration<AnnouncementReceipt>, IEntityTypeConfiguration<AnnouncementBelow>
{
    public void Configure(EntityTypeBuilder<Announcement> announcement)
    {
        announcement.ToTable("announcements");
        announcement.Ignore(a => a.Stage);
        announcement.Ignore(a => a.IsOwn);
        announcement.Property(a => a.Title).HasMaxLength(Announcement.LongestTitle);
        announcement.Property(a => a.Text).HasMaxLength(Announcement.LongestText);
        announcement.Property(a => a.Summary).HasMaxLength(Announcement.LongestSummary);
        announcement.Property(a => a.AuthorName).HasMaxLength(Announcement.LongestName);
        announcement.Property(a => a.OriginRecord).HasMaxLength(100);
        announcement.Property(a => a.Version).IsConcurrencyToken();
        announcement.HasMany(a => a.Audience).WithOne().HasForeignKey(p => p.AnnouncementId).OnDelete(DeleteBehavior.Cascade);
        announcement.HasIndex(a => new { a.PublishedAt, a.Id });
        announcement.HasIndex(a => new { a.CreatedAt, a.Id });
        announcement.HasIndex(a => new { a.OriginId, a.OriginRecord }).IsUnique().HasFilter("\"OriginId\" IS NOT NULL");
        announcement.HasIndex(a => a.TellAt).HasFilter("\"TellAt\" IS NOT NULL");
        announcement.HasIndex(a => a.ReportAt).HasFilter("\"ReportAt\" IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<AudiencePart> part)
    {
        part.ToTable("announcement_audiences");
        part.Property(p => p.Role).HasMaxLength(AudiencePart.LongestRole);
        part.HasOne<Group>().WithMany().HasForeignKey(p => p.GroupId).OnDelete(DeleteBehavior.Restrict);
        part.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId).OnDelete(DeleteBehavior.Restrict);
        part.HasIndex(p => new { p.AnnouncementId, p.Kind });
    }

    public void Configure(EntityTypeBuilder<AnnouncementReceipt> receipt)
    {
        receipt.ToTable("announcement_receipts");
        receipt.HasOne<Announcement>().WithMany().HasForeignKey(r => r.AnnouncementId).OnDelete(DeleteBehavior.Cascade);
        receipt.HasIndex(r => new { r.AnnouncementId, r.AccountId }).IsUnique().Says(T.Say("You have said so already."));
    }

    public void Configure(EntityTypeBuilder<AnnouncementBelow> below)
    {
        below.ToTable("announcement_below");
        below.HasOne<Announcement>().WithMany().HasForeignKey(b => b.AnnouncementId).OnDelete(DeleteBehavior.Cascade);
        below.HasIndex(b => new { b.AnnouncementId, b.TenantId }).IsUnique();
    }
}

internal static class AnnouncementSets
{
    extension(Db db)
    {
        public DbSet<Announcement> Announcements => db.Set<Announcement>();
        public DbSet<AnnouncementReceipt> AnnouncementReceipts => db.Set<AnnouncementReceipt>();
        public DbSet<AnnouncementBelow> AnnouncementsBelow => db.Set<AnnouncementBelow>();
    }
}

internal sealed class SqliteSchema : SqliteSchema<AnnouncementsModule>;
internal sealed class PostgreSqlSchema : PostgreSqlSchema<AnnouncementsModule>;
