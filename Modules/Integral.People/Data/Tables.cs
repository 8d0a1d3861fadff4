using Integral.People.Contracts;

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
        person.Property(p => p.Version).IsConcurrencyToken();
        person.HasQueryFilter(p => p.DeletedAt == null);
        person.HasIndex(p => new { p.SortName, p.Id });
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

internal static class Sets
{
    extension(Db db)
    {
        public DbSet<Person> People => db.Set<Person>();
        public DbSet<Group> Groups => db.Set<Group>();
        public DbSet<Enrolment> Enrolments => db.Set<Enrolment>();
    }
}

internal sealed class SqliteSchema : SqliteSchema<PeopleModule>;
internal sealed class PostgreSqlSchema : PostgreSqlSchema<PeopleModule>;
