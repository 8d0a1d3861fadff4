using Integral.People.Merging;
using Integral.Platform.Audit;

namespace Integral.People.Contracts;

/// <summary>
/// A human in one institution: pupil, parent, teacher, applicant, contact. The same human elsewhere is another row with the same id.
/// Other modules refer to it; what changes it is this module's.
/// </summary>
[Audited]
public sealed class Person
{
    private Person() { }

    internal Person(PersonName name, string culture, Guid? id = null)
    {
        Id = id ?? Guid.CreateVersion7();
        Call(name, culture);
    }

    public Guid Id { get; private init; }
    public string FamilyName { get; private set; } = "";
    public string GivenName { get; private set; } = "";
    public string? Patronymic { get; private set; }

    /// <summary>Sorts by the alphabet of the institution's language, alike on both engines.</summary>
    public string SortName { get; private set; } = "";

    /// <summary>What a search looks in: small letters, ё as е.</summary>
    public string SearchName { get; private set; } = "";

    // By these two records are known to be alike, however each was typed (PersonKeys).
    internal string NameKey { get; private set; } = "";
    internal string? EmailKey { get; private set; }
    internal string? PhoneKey { get; private set; }
    internal string? CodeKey { get; private set; }
    public string? Email { get; private set; }
    public string? Phone { get; private set; }
    public DateOnly? BornOn { get; private set; }

    /// <summary>What another system knows the person by. No two here have the same.</summary>
    public string? Code { get; private set; }

    // The photo lies in the tenant's files under this name; another photo has another one.
    internal string? PhotoName { get; private set; }
    internal string? PhotoType { get; private set; }

    /// <summary>Rises with each change; who saves an older one is told.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>In the bin since; null for a person who is there.</summary>
    public DateTime? DeletedAt { get; private set; }
    public Guid? DeletedById { get; private set; }

    /// <summary>The record that goes on in its place: it was found out to be the same person. It is in the bin then, and its address leads there.</summary>
    public Guid? MergedIntoId { get; private set; }

    /// <summary>As lists and documents write it: family name first.</summary>
    public string FullName => new PersonName(FamilyName, GivenName, Patronymic).ToString();

    internal void Call(PersonName name, string culture)
    {
        (FamilyName, GivenName, Patronymic) = name.Checked();
        SortName = NameSort.Key(FullName, culture);
        SearchName = NameSearch.Key(FullName);
        NameKey = PersonKeys.Name(FamilyName, GivenName);
        Version++;
    }

    internal void Reach(string? email, string? phone)
    {
        (Email, Phone) = (Contacts.Email(email), Contacts.Phone(phone));
        (EmailKey, PhoneKey) = (PersonKeys.Email(Email), PersonKeys.Phone(Phone));
        Version++;
    }

    /// <exception cref="RuleException">Nobody was born then, or the code is too long.</exception>
    internal void Identify(string? code, DateOnly? bornOn, DateOnly today)
    {
        (Code, BornOn) = (PersonCode.Checked(code), Birth.Checked(bornOn, today));
        CodeKey = PersonKeys.Code(Code);
        Version++;
    }

    /// <param name="name">Under which the photo is stored; null for none.</param>
    /// <param name="type">By its content.</param>
    internal void Picture(string? name, string? type)
    {
        (PhotoName, PhotoType) = (name, type);
        Version++;
    }

    internal void Delete(DateTime at, Guid by)
    {
        (DeletedAt, DeletedById) = (at, by);
        Version++;
    }

    /// <exception cref="RuleException">Another record goes on in its place.</exception>
    internal void Restore()
    {
        Rule.Require(MergedIntoId is null, "This record was merged into another one. Undo that instead.");
        (DeletedAt, DeletedById) = (null, null);
        Version++;
    }

    /// <summary>It is the same person as another record, which goes on in its place.</summary>
    /// <param name="into">That record.</param>
    /// <param name="givesCode">The other one has its code from now on: no two have the same, not even for a moment.</param>
    internal void GoInto(Guid into, bool givesCode, DateTime at, Guid? by)
    {
        (MergedIntoId, DeletedAt, DeletedById) = (into, at, by);
        if (givesCode) (Code, CodeKey) = (null, null);
        Version++;
    }

    /// <summary>The record into which it was merged was merged itself.</summary>
    internal void Follow(Guid into)
    {
        MergedIntoId = into;
        Version++;
    }
}
