using Integral.People.Groups;
using Integral.Platform.Audit;

namespace Integral.People.Contracts;

/// <summary>A person's days in a group. Who leaves and comes back has two.</summary>
[Audited]
public sealed class Enrolment
{
    internal const int LongestReason = 200;

    private Enrolment() { }

    internal Enrolment(Guid group, Guid person, Span days)
    {
        (GroupId, PersonId) = (group, person);
        (FromOn, UntilOn) = (days.From, days.Until);
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid GroupId { get; private init; }
    public Guid PersonId { get; private set; }
    public DateOnly FromOn { get; private set; }

    /// <summary>The last day; null as long as the group is there.</summary>
    public DateOnly? UntilOn { get; private set; }

    /// <summary>Why it ended.</summary>
    public string? Reason { get; private set; }

    /// <summary>Rises with each change; who saves an older one is told.</summary>
    public int Version { get; private set; } = 1;

    internal Span Days => new(FromOn, UntilOn);

    /// <summary>Its person turned out to be another record's; both records' days in the group are one stay.</summary>
    internal void BelongTo(Guid person, DateOnly from)
    {
        (PersonId, FromOn) = (person, from);
        Version++;
    }

    /// <exception cref="RuleException">It hasn't begun by then, or ended before.</exception>
    internal void End(DateOnly last, string? reason)
    {
        Rule.Require(last >= FromOn, T.Say("The last day can't be before the first one, {0:d}.", FromOn), "LastOn");
        Rule.Require(UntilOn is null || last <= UntilOn, T.Say("It ended on {0:d} already.", UntilOn ?? last), "LastOn");
        Rule.Require(reason is null || reason.Length <= LongestReason, T.Say("At most {0} characters.", LongestReason), "Reason");
        (UntilOn, Reason) = (last, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim());
        Version++;
    }
}
