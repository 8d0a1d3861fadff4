using Integral.People.Contracts;
using Integral.People.Organisations;
using Integral.Platform.Audit;

namespace Integral.People.Registration;

internal enum RegistrationState
{
    /// <summary>Nobody has opened the letter's link yet.</summary>
    [Display(Name = "E-mail not confirmed")] Unconfirmed,
    [Display(Name = "Waits for a decision")] Waiting,
    [Display(Name = "To be corrected")] Asked,
    [Display(Name = "Accepted")] Accepted,
    [Display(Name = "Refused")] Refused,
}

/// <summary>What an organisation says of itself and of whoever speaks for it.</summary>
/// <param name="Of">Its requisites.</param>
/// <param name="Contact">Who speaks for it, with the e-mail that is confirmed.</param>
/// <param name="Post">What they are there.</param>
internal sealed record RegistrationWords(OrganisationWords Of, NewPerson Contact, string? Post);

/// <summary>An organisation wants to work with the institution. Nothing of it stands in the register of organisations before somebody has decided.</summary>
[Audited]
internal sealed class OrganisationRegistration
{
    public const string Subject = "organisation";
    public static readonly Sentence HasComeIn = T.Say("Somebody has come in by this link already. Sign in.");
    public const int LongestNote = 1000, LongestReason = 2000;

    public static IReadOnlyList<OrganisationKind> Kinds { get; } = [OrganisationKind.Employer, OrganisationKind.Partner];

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>Digest of the key under which it was sent: the same form sent twice is one registration.</summary>
    public required string Sent { get; init; }

    /// <summary>Its address for whoever sent it. It stands in letters only, so whoever knows it reads that mailbox.</summary>
    [Secret]
    public required string Key { get; init; }
    public OrganisationKind Kind { get; private set; }
    public string Name { get; private set; } = "";
    public string? ShortName { get; private set; }
    public OrganisationCountry Country { get; private set; }
    public string? TaxNumber { get; private set; }
    public string Kpp { get; private set; } = "";
    public string? Address { get; private set; }
    public string? Site { get; private set; }
    public string? Note { get; private set; }
    public string FamilyName { get; private set; } = "";
    public string GivenName { get; private set; } = "";
    public string? Patronymic { get; private set; }
    public string? Post { get; private set; }
    public string? Phone { get; private set; }
    public string Email { get; private set; } = "";

    /// <summary>The very words to which they agreed, in their language.</summary>
    public required string Consent { get; init; }

    /// <summary>The language that they read.</summary>
    public required string Culture { get; init; }
    public required DateTime SentAt { get; init; }
    public DateTime? ConfirmedAt { get; private set; }
    public RegistrationState State { get; private set; }

    /// <summary>Why it was refused, or what is to be corrected.</summary>
    public string? Reason { get; private set; }

    /// <summary>What it became, or was joined to.</summary>
    public Guid? OrganisationId { get; private set; }
    public Guid? ContactId { get; private set; }

    /// <summary>With which its representative signs in.</summary>
    public Guid? AccountId { get; private set; }
    public int Version { get; private set; } = 1;

    public NewPerson Contact => new(FamilyName, GivenName, Patronymic, null, Email, Phone);
    public string Title => ShortName ?? Name;

    public OrganisationWords ToWords() => new(Kind, Name, Country) { ShortName = ShortName, TaxNumber = TaxNumber, Kpp = Kpp, Address = Address, Site = Site, Note = Note };

    /// <summary>Says what it is. Rules are those of the register; that another one has the number isn't told to whoever is no member.</summary>
    /// <exception cref="RuleException">Something can't be written so.</exception>
    public void Describe(RegistrationWords words, DateOnly today, string culture)
    {
        Rule.Require(Kinds.Contains(words.Of.Kind), "Only employers and partners register here.", "Kind");
        Rule.Require(words.Of.Country == OrganisationCountry.Other || !string.IsNullOrWhiteSpace(words.Of.TaxNumber), "Give the tax number: by it we know whether the organisation is here already.", "TaxNumber");
        var (of, contact) = (new Organisation(), words.Contact.Checked(today));
        of.Describe(words.Of with { Parent = null, Owner = null, Stage = OrganisationStage.Contact }, culture);
        Rule.Require(contact.Email is not null, "Give an e-mail: we send you a link to it.", "Email");
        Rule.Require(of.Note is null || of.Note.Length <= LongestNote, T.Say("At most {0} characters.", LongestNote), "Note");
        (Kind, Name, ShortName, Country, TaxNumber, Kpp, Address, Site, Note) = (of.Kind, of.Name, of.ShortName, of.Country, of.TaxNumber, of.Kpp, of.Address, of.Site, of.Note);
        (FamilyName, GivenName, Patronymic, Phone, Email) = (contact.FamilyName, contact.GivenName, contact.Patronymic, contact.Phone, contact.Email);
        Post = Line.Of(words.Post, ContactPerson.LongestPost, "Post");
        Version++;
    }

    /// <summary>The link of the letter was opened, and agreed to.</summary>
    /// <returns>False where that was done before.</returns>
    public bool Confirm(DateTime at)
    {
        if (State != RegistrationState.Unconfirmed) return false;
        (State, ConfirmedAt) = (RegistrationState.Waiting, at);
        Version++;
        return true;
    }

    /// <summary>A decision came so far with it.</summary>
    public void Become(RegistrationState state, string? reason)
    {
        (State, Reason) = (state, reason);
        Version++;
    }

    /// <exception cref="RuleException">Nothing was asked.</exception>
    public void Correct(RegistrationWords words, DateOnly today, string culture)
    {
        Rule.Require(State == RegistrationState.Asked, "Nothing has to be corrected any more.");
        // The e-mail stays the one that was confirmed.
        Describe(words with { Contact = words.Contact with { Email = Email } }, today, culture);
        Become(RegistrationState.Waiting, null);
    }

    public void Accept(Guid organisation, Guid contact)
    {
        (OrganisationId, ContactId) = (organisation, contact);
        Become(RegistrationState.Accepted, null);
    }

    /// <summary>Its representative has an account. Said again of the same account it changes nothing.</summary>
    /// <exception cref="RuleException">It isn't accepted, or another account has come in by it.</exception>
    public void Enter(Guid account)
    {
        Rule.Require(State == RegistrationState.Accepted, "The organisation isn't accepted yet.");
        Rule.Require(AccountId is null || AccountId == account, HasComeIn);
        if (AccountId == account) return;
        AccountId = account;
        Version++;
    }
}
