using Integral.People.Contracts;
using Integral.People.Organisations;
using Integral.People.Registration;

namespace Integral.People.Data;

internal sealed class RegistrationTables : IEntityTypeConfiguration<SelfRegistration>, IEntityTypeConfiguration<OrganisationRegistration>
{
    public void Configure(EntityTypeBuilder<SelfRegistration> one)
    {
        one.ToTable("self_registrations");
        one.Property(r => r.Email).HasMaxLength(200);
        one.Property(r => r.Consent).HasMaxLength(SelfRegistration.LongestConsent);
        one.Property(r => r.CheckedBy).HasMaxLength(SelfRegistration.LongestWho);
        one.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.Restrict);
        one.HasIndex(r => new { r.CheckedAt, r.Id });
        one.HasIndex(r => r.PersonId);
    }

    public void Configure(EntityTypeBuilder<OrganisationRegistration> one)
    {
        one.ToTable("organisation_registrations");
        one.Property(r => r.Sent).HasMaxLength(64);
        one.Property(r => r.Key).HasMaxLength(64);
        one.Property(r => r.Name).HasMaxLength(Organisation.LongestName);
        one.Property(r => r.ShortName).HasMaxLength(Organisation.LongestShortName);
        one.Property(r => r.TaxNumber).HasMaxLength(TaxNumbers.Longest);
        one.Property(r => r.Kpp).HasMaxLength(9);
        one.Property(r => r.Address).HasMaxLength(Organisation.LongestAddress);
        one.Property(r => r.Site).HasMaxLength(Organisation.LongestSite);
        one.Property(r => r.Note).HasMaxLength(OrganisationRegistration.LongestNote);
        one.Property(r => r.FamilyName).HasMaxLength(PersonName.Longest);
        one.Property(r => r.GivenName).HasMaxLength(PersonName.Longest);
        one.Property(r => r.Patronymic).HasMaxLength(PersonName.Longest);
        one.Property(r => r.Post).HasMaxLength(ContactPerson.LongestPost);
        one.Property(r => r.Phone).HasMaxLength(40);
        one.Property(r => r.Email).HasMaxLength(200);
        one.Property(r => r.Consent).HasMaxLength(SelfRegistration.LongestConsent);
        one.Property(r => r.Culture).HasMaxLength(8);
        one.Property(r => r.Reason).HasMaxLength(OrganisationRegistration.LongestReason);
        one.Property(r => r.Version).IsConcurrencyToken();
        one.HasOne<Organisation>().WithMany().HasForeignKey(r => r.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        one.HasOne<ContactPerson>().WithMany().HasForeignKey(r => r.ContactId).OnDelete(DeleteBehavior.Restrict);
        one.HasIndex(r => r.Sent).IsUnique().Says(T.Say("This registration has arrived already."));
        one.HasIndex(r => r.Key).IsUnique();
        one.HasIndex(r => new { r.State, r.Id });
    }
}
