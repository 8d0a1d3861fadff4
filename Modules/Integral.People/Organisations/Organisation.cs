using Integral.Platform.Audit;

namespace Integral.People.Organisations;

internal enum OrganisationKind
{
    [Display(Name = "Employer")] Employer,
    [Display(Name = "Partner")] Partner,
    [Display(Name = "Educational organisation")] School,
    [Display(Name = "Authority")] Authority,
    [Display(Name = "Other organisation")] Other,
}

/// <summary>How far one has come with an organisation.</summary>
internal enum OrganisationStage
{
    [Display(Name = "First contact")] Contact,
    [Display(Name = "In talks")] Talks,
    [Display(Name = "Agreement in preparation")] Agreement,
    [Display(Name = "Working together")] Active,
    [Display(Name = "At rest")] Dormant,
}

/// <summary>By whose law its requisites are written.</summary>
internal enum OrganisationCountry
{
    [Display(Name = "Kazakhstan")] Kazakhstan,
    [Display(Name = "Russia")] Russia,
    [Display(Name = "Ukraine")] Ukraine,
    [Display(Name = "Another country")] Other,
}

/// <summary>What is said of an organisation.</summary>
internal sealed record OrganisationWords(OrganisationKind Kind, string Name, OrganisationCountry Country)
{
    public string? ShortName { get; init; }
    public string? TaxNumber { get; init; }

    /// <summary>In Russia, what tells the branches of one tax number apart.</summary>
    public string? Kpp { get; init; }
    public string? Address { get; init; }
    public string? Phone { get; init; }
    public string? Email { get; init; }
    public string? Site { get; init; }
    public string? Note { get; init; }
    public OrganisationStage Stage { get; init; }

    /// <summary>Of which it is a branch.</summary>
    public Guid? Parent { get; init; }

    /// <summary>The person who looks after it.</summary>
    public Guid? Owner { get; init; }
}

/// <summary>A partner or customer of the institution: an employer, a workshop, a school, an authority.</summary>
[Audited]
internal sealed class Organisation
{
    public const int LongestName = 300, LongestShortName = 100, LongestAddress = 300, LongestSite = 300, LongestNote = 2000;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public OrganisationKind Kind { get; private set; }
    public string Name { get; private set; } = "";
    public string? ShortName { get; private set; }
    public string SortName { get; private set; } = "";

    /// <summary>Both names and the tax number as a search compares them.</summary>
    public string SearchName { get; private set; } = "";
    public OrganisationCountry Country { get; private set; }
    public string? TaxNumber { get; private set; }

    /// <summary>Empty where there is none: a unique index knows nothing of what is missing.</summary>
    public string Kpp { get; private set; } = "";

    /// <summary>Of which it is a branch.</summary>
    public Guid? ParentId { get; private set; }
    public string? Address { get; private set; }
    public string? Phone { get; private set; }
    public string? Email { get; private set; }
    public string? Site { get; private set; }
    public string? Note { get; private set; }
    public OrganisationStage Stage { get; private set; }

    /// <summary>The person who looks after it.</summary>
    public Guid? OwnerId { get; private set; }

    /// <summary>In the archive since; null for one that is worked with.</summary>
    public DateTime? ArchivedAt { get; private set; }

    /// <summary>Rises with each change; who saves an older one is told.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>As lists write it.</summary>
    public string Title => ShortName ?? Name;

    /// <exception cref="RuleException">Something can't be written so.</exception>
    public void Describe(OrganisationWords words, string culture)
    {
        RequireHere();
        var name = Line.Of(words.Name, LongestName, "Name");
        Rule.Require(name is not null, "An organisation needs a name.", "Name");
        (Kind, Stage, Country, ParentId, OwnerId) = (words.Kind, words.Stage, words.Country, words.Parent, words.Owner);
        (Name, ShortName) = (name, Line.Of(words.ShortName, LongestShortName, "ShortName"));
        SortName = NameSort.Key(Title, culture);
        (TaxNumber, Kpp) = (TaxNumbers.Checked(Country, words.TaxNumber), TaxNumbers.CheckedKpp(Country, words.Kpp));
        (Address, Phone, Email) = (Line.Of(words.Address, LongestAddress, "Address"), Contacts.Phone(words.Phone), Contacts.Email(words.Email));
        (Site, Note) = (Web(words.Site), Line.Several(words.Note, LongestNote, "Note"));
        SearchName = NameSearch.Key($"{Name} {ShortName} {TaxNumber}");
        Version++;
    }

    /// <summary>Whoever cares for it turned out to be another record's person.</summary>
    public void BelongTo(Guid owner)
    {
        OwnerId = owner;
        Version++;
    }

    /// <summary>Puts it away: lists leave it out, and what stands there stays.</summary>
    public void Archive(DateTime at)
    {
        RequireHere();
        ArchivedAt = at;
        Version++;
    }

    public void TakeOut()
    {
        ArchivedAt = null;
        Version++;
    }

    /// <exception cref="RuleException">It is in the archive.</exception>
    public void RequireHere() => Rule.Require(ArchivedAt is null, "This organisation is in the archive. Take it out first.");

    // An address that a page can safely lead to.
    private static string? Web(string? text)
    {
        if (Line.Of(text, LongestSite, "Site") is not { } site) return null;
        if (!site.Contains("://", StringComparison.Ordinal)) site = $"https://{site}";
        Rule.Require(site.Length <= LongestSite && Uri.TryCreate(site, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) && address.Host.Contains('.', StringComparison.Ordinal), "This isn't the address of a site.", "Site");
        return site;
    }
}
