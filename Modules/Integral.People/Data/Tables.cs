using Integral.People.Contracts;
using Integral.People.Families;
using Integral.People.Import;
using Integral.People.Merging;
using Integral.People.Organisations;
using Integral.People.Registration;

namespace Integral.People.Data;

internal sealed class Tables : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.ToTable("people");
        person.Property(p => p.FamilyName).HasMaxLength(PersonName.Longest);
        person.Property(p => p.GivenName).HasMaxLength(PersonName.Longest);
        person.Property(p => p.Patronymic).HasMaxLength(PersonName.Longest);
        person.Property(p => p.SortName).HasMaxLength(NameSort.Length);
        person.Property(p => p.SearchName).HasMaxLength(3 * PersonName.Longest + 2);
        person.Property(p => p.Email).HasMaxLength(200);
        person.Property(p => p.Phone).HasMaxLength(40);
        person.Property(p => p.Code).HasMaxLength(PersonCode.Longest);
        person.HasIndex(p => p.Code).IsUnique().HasFilter("\"DeletedAt\" IS NULL AND \"Code\" IS NOT NULL").Says(T.Say("Somebody here has this code already."), "Code");
        person.Property(p => p.NameKey).HasMaxLength(2 * PersonName.Longest + 1);
        person.Property(p => p.EmailKey).HasMaxLength(200);
        person.Property(p => p.PhoneKey).HasMaxLength(PersonKeys.LongestPhone);
        person.Property(p => p.CodeKey).HasMaxLength(PersonCode.Longest);
        person.Property(p => p.PhotoName).HasMaxLength(40);
        person.Property(p => p.PhotoType).HasMaxLength(40);
        person.HasIndex(p => p.PhotoName);
        person.HasIndex(p => new { p.NameKey, p.BornOn });
        person.HasIndex(p => p.EmailKey);
        person.HasIndex(p => p.PhoneKey);
        person.HasIndex(p => p.CodeKey);
        person.HasIndex(p => p.MergedIntoId);
        person.Property(p => p.Version).IsConcurrencyToken();
        person.HasQueryFilter(p => p.DeletedAt == null);
        person.HasIndex(p => new { p.SortName, p.Id });
    }
}

internal sealed class LikenessTables : IEntityTypeConfiguration<ToldApart>, IEntityTypeConfiguration<FamilyLink>
{
    public void Configure(EntityTypeBuilder<ToldApart> apart)
    {
        apart.ToTable("people_told_apart");
        apart.HasOne<Person>().WithMany().HasForeignKey(t => t.FirstId).OnDelete(DeleteBehavior.Cascade);
        apart.HasOne<Person>().WithMany().HasForeignKey(t => t.SecondId).OnDelete(DeleteBehavior.Cascade);
        apart.HasIndex(t => new { t.FirstId, t.SecondId }).IsUnique().Says(T.Say("They are written down already."));
        apart.HasIndex(t => t.SecondId);
    }

    public void Configure(EntityTypeBuilder<FamilyLink> link)
    {
        link.ToTable("family_links");
        link.Property(f => f.Version).IsConcurrencyToken();
        link.HasOne<Person>().WithMany().HasForeignKey(f => f.AdultId).OnDelete(DeleteBehavior.Restrict);
        link.HasOne<Person>().WithMany().HasForeignKey(f => f.ChildId).OnDelete(DeleteBehavior.Restrict);
        link.HasIndex(f => new { f.AdultId, f.ChildId }).IsUnique().Says(T.Say("They are written down already."), "With");
        link.HasIndex(f => f.ChildId);
    }
}

internal sealed class GroupTables : IEntityTypeConfiguration<Group>, IEntityTypeConfiguration<Enrolment>
{
    public void Configure(EntityTypeBuilder<Group> group)
    {
        group.ToTable("groups");
        group.Property(g => g.Name).HasMaxLength(Group.LongestName);
        group.Property(g => g.SortName).HasMaxLength(NameSort.Length);
        group.Property(g => g.SearchName).HasMaxLength(Group.LongestName);
        group.HasOne<Group>().WithMany().HasForeignKey(g => g.PartOfId).OnDelete(DeleteBehavior.Restrict);
        group.Property(g => g.Version).IsConcurrencyToken();
        group.HasQueryFilter(g => g.DeletedAt == null);
        group.HasIndex(g => new { g.SortName, g.Id });
    }

    public void Configure(EntityTypeBuilder<Enrolment> enrolment)
    {
        enrolment.ToTable("enrolments");
        enrolment.Ignore(e => e.Days);
        enrolment.Property(e => e.Reason).HasMaxLength(Enrolment.LongestReason);
        enrolment.Property(e => e.Version).IsConcurrencyToken();
        enrolment.HasOne<Group>().WithMany().HasForeignKey(e => e.GroupId).OnDelete(DeleteBehavior.Restrict);
        enrolment.HasOne<Person>().WithMany().HasForeignKey(e => e.PersonId).OnDelete(DeleteBehavior.Restrict);
        enrolment.HasIndex(e => new { e.GroupId, e.PersonId, e.FromOn });
        enrolment.HasIndex(e => new { e.PersonId, e.FromOn });
    }
}

internal sealed class OrganisationTables : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> organisation)
    {
        organisation.ToTable("organisations");
        organisation.Property(o => o.Name).HasMaxLength(Organisation.LongestName);
        organisation.Property(o => o.ShortName).HasMaxLength(Organisation.LongestShortName);
        organisation.Property(o => o.SortName).HasMaxLength(NameSort.Length);
        organisation.Property(o => o.SearchName).HasMaxLength(Organisation.LongestName + Organisation.LongestShortName + TaxNumbers.Longest + 2);
        organisation.Property(o => o.TaxNumber).HasMaxLength(TaxNumbers.Longest);
        organisation.Property(o => o.Kpp).HasMaxLength(9);
        organisation.Property(o => o.Address).HasMaxLength(Organisation.LongestAddress);
        organisation.Property(o => o.Phone).HasMaxLength(40);
        organisation.Property(o => o.Email).HasMaxLength(200);
        organisation.Property(o => o.Site).HasMaxLength(Organisation.LongestSite);
        organisation.Property(o => o.Note).HasMaxLength(Organisation.LongestNote);
        organisation.Property(o => o.Version).IsConcurrencyToken();
        organisation.HasOne<Organisation>().WithMany().HasForeignKey(o => o.ParentId).OnDelete(DeleteBehavior.Restrict);
        organisation.HasOne<Person>().WithMany().HasForeignKey(o => o.OwnerId).OnDelete(DeleteBehavior.Restrict);
        organisation.HasIndex(o => new { o.SortName, o.Id });
        organisation.HasIndex(o => new { o.Country, o.TaxNumber, o.Kpp }).IsUnique().HasFilter("\"TaxNumber\" IS NOT NULL").Says(T.Say("Another organisation has this tax number already."), "TaxNumber");
    }
}

internal sealed class OrganisationPartTables : IEntityTypeConfiguration<ContactPerson>, IEntityTypeConfiguration<OrganisationAgreement>, IEntityTypeConfiguration<Interaction>
{
    public void Configure(EntityTypeBuilder<ContactPerson> contact)
    {
        contact.ToTable("organisation_contacts");
        contact.Property(c => c.Name).HasMaxLength(ContactPerson.LongestName);
        contact.Property(c => c.SearchName).HasMaxLength(ContactPerson.LongestName);
        contact.Property(c => c.Post).HasMaxLength(ContactPerson.LongestPost);
        contact.Property(c => c.Phone).HasMaxLength(40);
        contact.Property(c => c.Email).HasMaxLength(200);
        contact.Property(c => c.ConsentHow).HasMaxLength(ContactPerson.LongestHow);
        contact.Property(c => c.Version).IsConcurrencyToken();
        contact.HasQueryFilter(c => c.DeletedAt == null);
        contact.HasOne<Organisation>().WithMany().HasForeignKey(c => c.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        contact.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<OrganisationAgreement> agreement)
    {
        agreement.ToTable("organisation_agreements");
        agreement.Property(a => a.Reference).HasMaxLength(OrganisationAgreement.LongestNumber);
        agreement.Property(a => a.Subject).HasMaxLength(OrganisationAgreement.LongestSubject);
        agreement.Property(a => a.Version).IsConcurrencyToken();
        agreement.HasOne<Organisation>().WithMany().HasForeignKey(a => a.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Interaction> interaction)
    {
        interaction.ToTable("organisation_interactions");
        interaction.Property(i => i.Agreed).HasMaxLength(Interaction.LongestText);
        interaction.Property(i => i.Who).HasMaxLength(Interaction.LongestWho);
        interaction.Property(i => i.StruckBy).HasMaxLength(Interaction.LongestWho);
        interaction.Property(i => i.StruckBecause).HasMaxLength(Interaction.LongestReason);
        interaction.Property(i => i.Version).IsConcurrencyToken();
        interaction.HasOne<Organisation>().WithMany().HasForeignKey(i => i.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        interaction.HasOne<ContactPerson>().WithMany().HasForeignKey(i => i.WithId).OnDelete(DeleteBehavior.Restrict);
        interaction.HasOne<Person>().WithMany().HasForeignKey(i => i.AssigneeId).OnDelete(DeleteBehavior.Restrict);
        interaction.HasIndex(i => new { i.OrganisationId, i.On, i.Id });
        interaction.HasIndex(i => new { i.AssigneeId, i.DueOn });
    }
}

internal static class Sets
{
    extension(Db db)
    {
        public DbSet<Person> People => db.Set<Person>();
        public DbSet<ToldApart> ToldApart => db.Set<ToldApart>();
        public DbSet<FamilyLink> FamilyLinks => db.Set<FamilyLink>();
        public DbSet<Group> Groups => db.Set<Group>();
        public DbSet<Enrolment> Enrolments => db.Set<Enrolment>();
        public DbSet<Organisation> Organisations => db.Set<Organisation>();
        public DbSet<ContactPerson> ContactPersons => db.Set<ContactPerson>();
        public DbSet<OrganisationAgreement> OrganisationAgreements => db.Set<OrganisationAgreement>();
        public DbSet<Interaction> Interactions => db.Set<Interaction>();
        public DbSet<SelfRegistration> SelfRegistrations => db.Set<SelfRegistration>();
        public DbSet<OrganisationRegistration> OrganisationRegistrations => db.Set<OrganisationRegistration>();
        public DbSet<ImportRun> ImportRuns => db.Set<ImportRun>();
    }
}

internal sealed class SqliteSchema : SqliteSchema<PeopleModule>;
internal sealed class PostgreSqlSchema : PostgreSqlSchema<PeopleModule>;
