using Integral.Workflows.Contracts;

namespace Integral.Workflows.Cases;

internal enum CaseStatus { Running, Finished, Cancelled }

/// <summary>One matter on its way through a workflow, by the version with which it began.</summary>
internal sealed class WorkflowCase
{
    private WorkflowCase() { }

    public WorkflowCase(Guid version, CaseSubject subject, DateTime at) =>
        (VersionId, SubjectKind, SubjectId, Title, Note, StartedAt) = (version, subject.Kind, subject.Id, Cut(subject.Title), Cut(subject.Note), at);

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid VersionId { get; private init; }
    public string SubjectKind { get; private init; } = "";
    public Guid SubjectId { get; private init; }
    public string Title { get; private init; } = "";
    public string Note { get; private init; } = "";
    public CaseStatus Status { get; private set; }
    public DateTime StartedAt { get; private init; }

    /// <summary>The case that called this one, and waits for it; null where none did.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>The place at which that one waits.</summary>
    public Guid? ParentToken { get; init; }
    public DateTime? EndedAt { get; private set; }

    /// <summary>Where it is, as JSON.</summary>
    public string Places { get; private set; } = Json.Write(Tokens.None);

    /// <summary>How many steps its history has.</summary>
    public int Steps { get; private set; }
    public int Version { get; private set; } = 1;

    /// <summary>What was decided last; null where nothing was.</summary>
    public string? Decided { get; private set; }

    /// <summary>Whose matter it is and what it is for, as a search compares it.</summary>
    public string Search => NameSearch.Key($"{Title} {Note}");

    public CaseSubject Subject => new(SubjectKind, SubjectId, Title, Note);
    public Tokens Tokens => Json.Read<Tokens>(Places)!;

    /// <summary>It has moved. Where it is nowhere any more, it has ended.</summary>
    public void Move(Tokens to, DateTime at)
    {
        Places = Json.Write(to);
        if (to.All.Count == 0) (Status, EndedAt) = (CaseStatus.Finished, at);
        Version++;
    }

    /// <summary>Somebody has decided, or what was decided last counts again.</summary>
    public void Decide(string? outcome) => Decided = outcome;

    /// <summary>It is again where it was before a decision that was taken back.</summary>
    public void Return(string places)
    {
        (Status, EndedAt, Places) = (CaseStatus.Running, null, places);
        Version++;
    }

    /// <summary>The number of the next step in its history.</summary>
    public int NextStep() => ++Steps;

    public void Cancel(DateTime at)
    {
        (Status, EndedAt, Places) = (CaseStatus.Cancelled, at, Json.Write(Tokens.None));
        Version++;
    }

    private static string Cut(string text) => text.Length > CaseSubject.LongestTitle ? text[..CaseSubject.LongestTitle] : text;
}
