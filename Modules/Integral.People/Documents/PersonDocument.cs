using Integral.People.Organisations;
using Integral.Platform.Audit;

namespace Integral.People.Documents;

/// <summary>What a document is.</summary>
internal enum PersonDocumentKind
{
    [Display(Name = "Identity card")] IdentityCard,
    [Display(Name = "Passport")] Passport,
    [Display(Name = "Birth certificate")] BirthCertificate,
    [Display(Name = "Residence permit")] ResidencePermit,
    [Display(Name = "Personal number (IIN, SNILS, RNOKPP)")] PersonalNumber,
    [Display(Name = "Certificate of education")] EducationCertificate,
    [Display(Name = "Another document")] OtherDocument,
}

/// <summary>What is said of a document.</summary>
/// <param name="ValidUntil">The last day; null where it doesn't end.</param>
internal sealed record DocumentWords(PersonDocumentKind Kind, string? Series, string? Number, string? IssuedBy, DateOnly? IssuedOn, DateOnly? ValidUntil);

/// <summary>A file of the tenant, as a row names it.</summary>
internal sealed record DocumentFile(string Name, string StoredName, string MediaType, long Length, string Hash);

/// <summary>A document by which a person is known, with or without a picture of it. Its number never enters the audit trail: only that it changed does.</summary>
[Audited]
internal sealed class PersonDocument
{
    public const int LongestSeries = 20, LongestNumber = 40, LongestIssuer = 200, MostOfOne = 30;

    private PersonDocument() { }

    public PersonDocument(Guid person) => PersonId = person;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid PersonId { get; private set; }
    public PersonDocumentKind Kind { get; private set; }

    [Secret]
    public string? Series { get; private set; }

    [Secret]
    public string DocumentNumber { get; private set; } = "";
    public string? IssuedBy { get; private set; }
    public DateOnly? IssuedOn { get; private set; }
    public DateOnly? ValidUntil { get; private set; }

    /// <summary>What its sender calls the file; null where there is none.</summary>
    public string? FileName { get; private set; }
    public string? StoredName { get; private set; }

    /// <summary>By its content, which its name may not contradict.</summary>
    public string? MediaType { get; private set; }
    public long? Length { get; private set; }

    /// <summary>SHA-256 in hexadecimal.</summary>
    public string? Hash { get; private set; }

    /// <summary>Rises with each change; who saves an older one is told.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Series and number as one writes them.</summary>
    public string Written => Series is null ? DocumentNumber : $"{Series} {DocumentNumber}";

    public bool HoldsOn(DateOnly day) => ValidUntil is null || day <= ValidUntil;

    /// <exception cref="RuleException">Something can't be written so.</exception>
    public void Describe(DocumentWords words, DateOnly today)
    {
        var number = Line.Of(words.Number, LongestNumber, "Number");
        Rule.Require(number is not null, "A document needs its number.", "Number");
        Rule.Require(words.IssuedOn is null || words.IssuedOn <= today, "It can't have been issued after today.", "IssuedOn");
        Rule.Require(words.IssuedOn is null || words.ValidUntil is null || words.IssuedOn <= words.ValidUntil, "The last day can't be before the first one.", "ValidUntil");
        (Kind, Series, DocumentNumber) = (words.Kind, Line.Of(words.Series, LongestSeries, "Series"), number);
        (IssuedBy, IssuedOn, ValidUntil) = (Line.Of(words.IssuedBy, LongestIssuer, "IssuedBy"), words.IssuedOn, words.ValidUntil);
        Version++;
    }

    public void Attach(DocumentFile file)
    {
        (FileName, StoredName, MediaType, Length, Hash) = (file.Name, file.StoredName, file.MediaType, file.Length, file.Hash);
        Version++;
    }

    /// <summary>Its person turned out to be another record's.</summary>
    public void BelongTo(Guid person)
    {
        PersonId = person;
        Version++;
    }
}
