using Integral.People;
using Integral.People.Contracts;
using Integral.Tests.Kit;

namespace Integral.Tests.People;

/// <summary>People as tests of duplicates, merging and families need them, in school 2.</summary>
internal static class Alikes
{
    public static Task<Guid> PersonAsync(this District district, string name, string? born = null, string? phone = null, string? email = null, string? code = null, Guid? id = null) => district.InDbAsync("school-2", async db =>
    {
        var person = new Person(PersonName.Parse(name), "ru", id);
        person.Reach(email, phone);
        person.Identify(code, born is null ? null : DateOnly.Parse(born, System.Globalization.CultureInfo.InvariantCulture), new(2026, 11, 1));
        db.Add(person);
        await db.SaveChangesAsync();
        return person.Id;
    });
}
