using Integral.Communication.Contracts;

namespace Integral.Workflows.Cases;

/// <summary>What those are told who may decide. Whose matter it is stays behind the link: a notice may go out in a letter.</summary>
internal static class TaskNotices
{
    public const string Step = "step", Matter = "matter";

    public static IReadOnlyList<NoticeValue> Values { get; } =
    [
        new(Step, T.Say("What is to be decided"), "Look through the application"), new(Matter, T.Say("What the matter is about"), "Python"),
    ];

    /// <summary>It waits for them. Of one step many at once are one notice.</summary>
    public static News Waits(CaseTask task, Stage stage, WorkflowCase of, Guid? by) => Of(WaitsNotice.Kind, task, stage, of) with { Roles = stage.Roles, Members = stage.People, Groups = stage.Groups, Except = by };

    /// <summary>It is late: whoever works on it is told, else all who may decide; where more people may decide it now, they too.</summary>
    public static News Late(CaseTask task, Stage stage, WorkflowCase of, bool isPassedOn)
    {
        var late = Of(LateNotice.Kind, task, stage, of) with { Accounts = task.ClaimedById is { } one ? [one] : [] };
        return task.ClaimedById is null || isPassedOn ? late with { Roles = stage.Roles, Members = stage.People, Groups = stage.Groups } : late;
    }

    /// <summary>What happened in one unit of work, so that three hundred of a list are told once.</summary>
    public static IReadOnlyCollection<News> Together(IEnumerable<News> news) => [.. news.GroupBy(n => (n.Kind, n.About, n.Except)).Select(g => g.Last() with { Count = g.Sum(n => n.Count) })];

    private static News Of(string kind, CaseTask task, Stage stage, WorkflowCase of) => new(kind, $"/Admin/Inbox/Show/{task.Id}")
    {
        Together = $"/Admin/Inbox?stage={stage.Id}", About = $"{stage.Id:N}",
        Values = new Dictionary<string, string> { [Step] = task.Title, [Matter] = of.Note },
    };
}

/// <summary>Something waits for a decision.</summary>
internal sealed class WaitsNotice : NoticeKind
{
    public const string Kind = "workflows.waits";

    public override string Name => Kind;
    public override Sentence Title => T.Say("Something waits for my decision");
    public override Sentence Subject => T.Say("To be decided: {0}", $"{{{TaskNotices.Step}}}");
    public override Sentence Text => T.Say("What it is about: {0}", $"{{{TaskNotices.Matter}}}");
    public override IReadOnlyList<NoticeValue> Values => TaskNotices.Values;
    public override string Permission => WorkflowsModule.Work;
}

/// <summary>Something wasn't decided in time.</summary>
internal sealed class LateNotice : NoticeKind
{
    public const string Kind = "workflows.late";

    public override string Name => Kind;
    public override Sentence Title => T.Say("Something I may decide is late");
    public override Sentence Subject => T.Say("Not decided in time: {0}", $"{{{TaskNotices.Step}}}");
    public override Sentence Text => T.Say("What it is about: {0}", $"{{{TaskNotices.Matter}}}");
    public override IReadOnlyList<NoticeValue> Values => TaskNotices.Values;
    public override string Permission => WorkflowsModule.Work;
}
