using Integral.Platform.Audit;

namespace Integral.Help;

internal enum RemarkStatus { New, InWork, Answered, Closed }

/// <summary>Somebody says that something is wrong. Whoever has its key follows it; staff take it up and answer.</summary>
[Audited]
internal sealed class Remark
{
    public const int LongestMessage = 4000, LongestPage = 500, LongestName = 200, LongestEmail = 200, MostEvents = 100;

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>By which people speak of it: rises by one in the institution.</summary>
    public required int Number { get; init; }

    /// <summary>Its address for the sender. Kept as it is, because letters name it: it opens nothing that doesn't stand in this row.</summary>
    [Secret]
    public required string Key { get; init; }
    public required string Message { get; init; }

    /// <summary>The address of the page it is about, as it was given; empty where it is about none.</summary>
    public required string Page { get; init; }
    public string? Name { get; init; }
    public string? Email { get; init; }

    /// <summary>Of a sender who was signed in.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>The language that the sender reads.</summary>
    public required string Culture { get; init; }
    public required DateTime SentAt { get; init; }
    public RemarkStatus Status { get; private set; }
    public string? Answer { get; private set; }
    public int Version { get; private set; } = 1;
    public List<RemarkEvent> History { get; } = [];

    public bool IsOpen => Status is RemarkStatus.New or RemarkStatus.InWork;

    /// <exception cref="RuleException">Somebody is at it already.</exception>
    public void Take(string who, DateTime at)
    {
        Rule.Require(Status == RemarkStatus.New, "Somebody has taken this remark already.");
        Become(RemarkStatus.InWork, RemarkStep.Taken, null, who, at);
    }

    /// <exception cref="RuleException">It is closed.</exception>
    public void Reply(string answer, string who, DateTime at)
    {
        Rule.Require(Status != RemarkStatus.Closed, "This remark is closed. Open it again first.");
        Answer = answer;
        Become(RemarkStatus.Answered, RemarkStep.Answered, answer, who, at);
    }

    /// <exception cref="RuleException">It is closed already.</exception>
    public void Close(string who, DateTime at)
    {
        Rule.Require(Status != RemarkStatus.Closed, "This remark is closed already.");
        Become(RemarkStatus.Closed, RemarkStep.Closed, null, who, at);
    }

    /// <exception cref="RuleException">It is open.</exception>
    public void Reopen(string who, DateTime at)
    {
        Rule.Require(!IsOpen, "This remark is open already.");
        Become(RemarkStatus.InWork, RemarkStep.Reopened, null, who, at);
    }

    /// <summary>The sender says more. What was over begins anew.</summary>
    /// <exception cref="RuleException">So much was said already that a new one is better.</exception>
    public void Add(string line, string who, DateTime at)
    {
        if (History.Count > 0 && History.MaxBy(e => e.Id) is { Step: RemarkStep.Added } last && last.Text == line) return;      // sent twice
        Rule.Require(History.Count < MostEvents, "This remark has grown long. Please send a new one.");
        Become(IsOpen ? Status : RemarkStatus.InWork, RemarkStep.Added, line, who, at);
    }

    private void Become(RemarkStatus status, RemarkStep step, string? text, string who, DateTime at)
    {
        Status = status;
        History.Add(new() { RemarkId = Id, Step = step, Text = text, Who = who, At = at });
        Version++;
    }
}

internal enum RemarkStep { Taken, Answered, Closed, Reopened, Added }

/// <summary>One thing that happened to a remark.</summary>
internal sealed class RemarkEvent
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public required Guid RemarkId { get; init; }
    public required RemarkStep Step { get; init; }
    public required DateTime At { get; init; }

    /// <summary>A name as it was then; empty for a sender who gave none.</summary>
    public required string Who { get; init; }
    public string? Text { get; init; }
}
