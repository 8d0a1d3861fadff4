using Integral.Platform.Audit;

namespace Integral.People.Organisations;

/// <summary>What is said of a contact person.</summary>
/// <param name="ConsentOn">When the person agreed that this is kept.</param>
/// <param name="ConsentHow">And how: on paper, by e-mail.</param>
/// <param name="Person">Who signs in here for the organisation, and keeps its staff.</param>
internal sealed record ContactWords(string Name, string? Post = null, string? Phone = null, string? Email = null, DateOnly? ConsentOn = null, string? ConsentHow = null, Guid? Person = null);

/// <summary>Somebody of an organisation to whom one speaks. No account; a person of the institution only as its representative.</summary>
[Audited]
internal sealed class ContactPerson
{
    public const int LongestName = 200, LongestPost = 200, LongestHow = 200, MostOfOne = 100;

    private ContactPerson() { }

    public ContactPerson(Guid organisation) => OrganisationId = organisation;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid OrganisationId { get; private init; }
    public string Name { get; private set; } = "";
    public string SearchName { get; private set; } = "";
    public string? Post { get; private set; }
    public string? Phone { get; private set; }
    public string? Email { get; private set; }
    public DateOnly? ConsentOn { get; private set; }
    public string? ConsentHow { get; private set; }

    /// <summary>Who signs in here for the organisation; null for most.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>Rises with each change; who saves an older one is told.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>In the bin since; null for one that is there.</summary>
    public DateTime? DeletedAt { get; private set; }
    public Guid? DeletedById { get; private set; }

    /// <exception cref="RuleException">Something can't be written so.</exception>
    public void Describe(ContactWords words, DateOnly today)
    {
        var name = Line.Of(words.Name, LongestName, "Name");
        Rule.Require(name is not null, "A contact person needs a name.", "Name");
        var how = Line.Of(words.ConsentHow, LongestHow, "ConsentHow");
        Rule.Require(words.ConsentOn is null == how is null, "Say when the person agreed and how, or neither.", words.ConsentOn is null ? "ConsentOn" : "ConsentHow");
        Rule.Require(words.ConsentOn is null || words.ConsentOn <= today, "Nobody can have agreed on a day to come.", "ConsentOn");
        (Name, SearchName, Post) = (name, NameSearch.Key(name), Line.Of(words.Post, LongestPost, "Post"));
        (Phone, Email, ConsentOn, ConsentHow) = (Contacts.Phone(words.Phone), Contacts.Email(words.Email), words.ConsentOn, how);
        Version++;
    }

    public void Represent(Guid? person)
    {
        PersonId = person;
        Version++;
    }

    public void Delete(DateTime at, Guid? by)
    {
        (DeletedAt, DeletedById) = (at, by);
        Version++;
    }

    public void Restore()
    {
        (DeletedAt, DeletedById) = (null, null);
        Version++;
    }
}
