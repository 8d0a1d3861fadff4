using Integral.Platform.Audit;

namespace Integral.Workflows.Definitions;

/// <summary>How a kind of matter is decided in the institution. What it says stands in its versions.</summary>
[Audited]
internal sealed class WorkflowType
{
    public const int LongestName = 200, LongestId = 60;

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>As recipes know it.</summary>
    public required string WorkflowTypeId { get; init; }
    public string Name { get; private set; } = "";

    /// <summary>Name of the activity with which its cases begin.</summary>
    public string Start { get; private set; } = "";
    public bool IsEnabled { get; private set; }

    /// <summary>Of the version by which new cases go.</summary>
    public int Number { get; private set; }
    public int Version { get; private set; } = 1;

    /// <summary>A new version of what it says. Cases that are running keep theirs.</summary>
    public WorkflowVersion Say(string name, string start, bool isEnabled, string definition, string author, DateTime at)
    {
        (Name, Start, IsEnabled, Number) = (name, start, isEnabled, Number + 1);
        Version++;
        return new() { TypeId = Id, Number = Number, Definition = definition, Author = author, At = at };
    }

    /// <summary>Without a new version: it begins no cases, or does again.</summary>
    public void Switch(bool isEnabled)
    {
        if (IsEnabled == isEnabled) return;
        IsEnabled = isEnabled;
        Version++;
    }
}

/// <summary>What a workflow said from a moment on; never changed afterwards.</summary>
[Audited]
internal sealed class WorkflowVersion
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid TypeId { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    /// <summary>JSON as Orchard writes a workflow type.</summary>
    public required string Definition { get; init; }
    public required string Author { get; init; }
    public required DateTime At { get; init; }
}
