using Integral.People.Contracts;
using Integral.Platform.Audit;

namespace Integral.Programs;

/// <summary>A group for which one can apply from one day to another.</summary>
[Audited]
internal sealed class Recruitment
{
    private Recruitment() { }

    public Recruitment(Guid programme, Guid group, DateOnly from, DateOnly until)
    {
        (ProgrammeId, GroupId) = (programme, group);
        Open(from, until);
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid ProgrammeId { get; private init; }
    public Guid GroupId { get; private init; }

    /// <summary>Number of the programme's version that visitors saw when the recruiting began; null where they saw none.</summary>
    public int? ProgrammeVersion { get; init; }

    /// <summary>The first day on which one can apply.</summary>
    public DateOnly FromOn { get; private set; }

    /// <summary>The last one.</summary>
    public DateOnly UntilOn { get; private set; }
    public int Version { get; private set; } = 1;

    public bool IsOpenOn(DateOnly day) => FromOn <= day && day <= UntilOn;

    /// <exception cref="RuleException">It ends before it begins.</exception>
    public void Open(DateOnly from, DateOnly until)
    {
        Rule.Require(until >= from, "The last day can't be before the first one.", "UntilOn");
        (FromOn, UntilOn) = (from, until);
        Version++;
    }
}

/// <summary>A recruitment as it is shown, with what its group has free.</summary>
internal sealed record ShownRecruitment(Recruitment Of, SeatedGroup Group, DateOnly Today)
{
    public bool IsOver => Group.UntilOn < Today;
    public bool IsOpen => Of.IsOpenOn(Today) && !IsOver;
    public bool IsFull => Group.Free == 0;
}
