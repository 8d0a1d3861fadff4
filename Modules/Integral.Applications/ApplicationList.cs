using Integral.Applications.Contracts;
using Integral.People.Contracts;
using Integral.Platform.Audit;

namespace Integral.Applications;

/// <summary>Who sends a list.</summary>
/// <param name="Contact">Name of the person who answers for it.</param>
internal sealed record ListSender(string Organisation, string Contact, string? Email, string? Phone);

/// <summary>
/// People for whom an organisation applies together. Each of them has an application of their own, with an address of their own; this says who sent them, and its own
/// address shows how far all of them are.
/// </summary>
[Audited]
internal sealed class ApplicationList
{
    public const int LongestName = 200, MostPeople = 500, LongestText = 200_000;

    private ApplicationList() { }

    /// <exception cref="RuleException">Nobody can be reached so.</exception>
    public ApplicationList(Opening opening, ListSender sender, string sent, string key, DateTime at, DateOnly today)
    {
        var (organisation, contact) = (Tidy(sender.Organisation), Answering(sender, today));
        Rule.Require(organisation.Length is > 0 and <= LongestName, T.Say("From 1 to {0} characters.", LongestName), "Organisation");
        Rule.Require(!organisation.Contains("://", StringComparison.Ordinal) && !organisation.Contains('@', StringComparison.Ordinal), "Write the name alone, without addresses: it stands in letters that we send.", "Organisation");
        Rule.Require(contact.FullName.Length <= LongestName, T.Say("From 1 to {0} characters.", LongestName), "Contact");
        Rule.Require(contact.Email is not null, "Leave an e-mail, so that we can write to you about the list.", "Email");
        (ForId, ForTitle, Sent, Key, SentAt) = (opening.Id, opening.Title.Length > Application.LongestTitle ? opening.Title[..Application.LongestTitle] : opening.Title, sent, key, at);
        (Organisation, Contact, Email, Phone) = (organisation, contact.FullName, contact.Email, contact.Phone);
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>Digest of the key under which it was sent: what is sent again under it joins the same list.</summary>
    public string Sent { get; private init; } = "";

    /// <summary>Its address for whoever sent it. Kept as it is, because a letter names it.</summary>
    [Secret]
    public string Key { get; private init; } = "";
    public Guid ForId { get; private init; }

    /// <summary>What it was called when the list was sent.</summary>
    public string ForTitle { get; private init; } = "";
    public string Organisation { get; private init; } = "";

    /// <summary>The institution of the district that sent it for its staff; null for an organisation outside.</summary>
    public Guid? SenderId { get; init; }
    public string Contact { get; private init; } = "";
    public string Email { get; private init; } = "";
    public string? Phone { get; private init; }

    /// <summary>The very words that the sender confirmed, in their language.</summary>
    public required string Consent { get; init; }
    public required string Culture { get; init; }
    public DateTime SentAt { get; private init; }

    // The form asks for the name as a whole.
    private static NewPerson Answering(ListSender sender, DateOnly today)
    {
        try
        {
            return NewPerson.Of(sender.Contact, sender.Email, sender.Phone).Checked(today);
        }
        catch (RuleException fault) when (fault.Field is "FamilyName" or "GivenName" or "Patronymic") { throw new RuleException(fault.Sentence, "Contact"); }
    }

    private static string Tidy(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
