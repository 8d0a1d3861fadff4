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

internal static class Sets
{
    extension(Db db)
    {
        public DbSet<Person> People => db.Set<Person>();
    }
}

internal sealed class SqliteSchema : SqliteSchema<PeopleModule>;
internal sealed class PostgreSqlSchema : PostgreSqlSchema<PeopleModule>;
