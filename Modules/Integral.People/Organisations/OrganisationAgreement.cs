using Integral.Platform.Audit;

namespace Integral.People.Organisations;

/// <summary>What is said of an agreement.</summary>
internal sealed record AgreementWords(string Number, DateOnly SignedOn, DateOnly FromOn, DateOnly? UntilOn, string Subject);

/// <summary>What was signed with an organisation.</summary>
[Audited]
internal sealed class OrganisationAgreement
{
    public const int LongestNumber = 60, LongestSubject = 500, MostOfOne = 200;

    private OrganisationAgreement() { }

    public OrganisationAgreement(Guid organisation) => OrganisationId = organisation;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid OrganisationId { get; private init; }
    /// <summary>Its number, as both write it.</summary>
    public string Reference { get; private set; } = "";
    public DateOnly SignedOn { get; private set; }
    public DateOnly FromOn { get; private set; }

    /// <summary>Its last day; null where no end is foreseen.</summary>
    public DateOnly? UntilOn { get; private set; }
    public string Subject { get; private set; } = "";

    /// <summary>Rises with each change; who saves an older one is told.</summary>
    public int Version { get; private set; } = 1;

    public bool IsOn(DateOnly day) => FromOn <= day && (UntilOn is null || day <= UntilOn);

    /// <exception cref="RuleException">It has no number or subject, or ends before it begins.</exception>
    public void Describe(AgreementWords words)
    {
        var (number, subject) = (Line.Of(words.Number, LongestNumber, "Number"), Line.Several(words.Subject, LongestSubject, "Subject"));
        Rule.Require(number is not null, "An agreement needs a number.", "Number");
        Rule.Require(subject is not null, "Say what the agreement is about.", "Subject");
        Rule.Require(words.SignedOn.Year is >= 1950 and <= 2150 && words.FromOn.Year is >= 1950 and <= 2150 && words.UntilOn is not { Year: > 2150 }, "There is no such day in the calendar of a school.", "SignedOn");
        Rule.Require(words.UntilOn is null || words.UntilOn >= words.FromOn, "The last day can't be before the first one.", "UntilOn");
        (Reference, Subject, SignedOn, FromOn, UntilOn) = (number, subject, words.SignedOn, words.FromOn, words.UntilOn);
        Version++;
    }
}
