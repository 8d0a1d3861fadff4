using Integral.People;
using Integral.People.Contracts;
using Integral.People.Documents;
using Integral.People.Families;
using Integral.Tests.Kit;

namespace Integral.Tests.Isolation;

/// <summary>Somebody who may be the same as a person of school 1, and somebody of that person's family.</summary>
internal static class Families
{
    public static Task<(Guid Other, Guid Link)> SampleAsync(District district, Guid person) => district.InDbAsync("school-1", async db =>
    {
        var (other, child) = (new Person(PersonName.Parse("Sample Other"), "ru"), new Person(PersonName.Parse("Sample Child"), "ru"));
        var link = new FamilyLink(person, child.Id);
        link.Describe(new(Kinship.Guardian, null, null, true, true, true));
        db.AddRange(other, child, link);
        await db.SaveChangesAsync();
        return (other.Id, link.Id);
    });

    /// <summary>A document of that person.</summary>
    public static Task<Guid> DocumentAsync(District district, Guid person) => district.InDbAsync("school-1", async db =>
    {
        var document = new PersonDocument(person);
        document.Describe(new(PersonDocumentKind.OtherDocument, null, $"{Guid.NewGuid():N}", null, null, null), new(2026, 9, 1));
        db.Add(document);
        await db.SaveChangesAsync();
        return document.Id;
    });
}
