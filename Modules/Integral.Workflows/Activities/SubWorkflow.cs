using System.Text.Json.Nodes;
using Integral.Workflows.Contracts;
using Integral.Workflows.Definitions;

namespace Integral.Workflows.Activities;

/// <summary>A workflow begins with it that others call: what several have in common is said once.</summary>
internal sealed class Called : Activity
{
    public const string Kind = "CalledEvent";

    public override string Name => Kind;
    public override Sentence Title => T.Say("Another workflow calls this one");
    public override bool IsStart => true;
    public override Task<string?> DoAsync(Step step) => Task.FromResult<string?>(Done);
    public override Task UndoAsync(Step step) => Task.CompletedTask;
}

/// <summary>
/// Has the matter go by another workflow, <c>WorkflowTypeId</c>, and waits until that has ended. It goes by the version that there is by then; where the case goes
/// another way meanwhile, what it called is called off. It ends in what was decided there last, if that is one of its <c>Outcomes</c>, and otherwise in <c>Done</c>.
/// </summary>
internal sealed class SubWorkflow : Activity
{
    public const string Kind = "SubWorkflowTask";

    private const string WorkflowTypeId = "WorkflowTypeId", Decisions = "Outcomes";
    private const int MostOutcomes = 8;

    public override string Name => Kind;
    public override Sentence Title => T.Say("Goes by another workflow");
    public override IReadOnlyList<string> Outcomes(JsonObject said) => [.. Node.Texts(said, Decisions).Where(o => o != Done), Done];

    public override IReadOnlyList<ActivitySetting> Settings =>
    [
        new(WorkflowTypeId, T.Say("By which workflow"), SettingKind.Workflow) { Hint = T.Say("One that begins when another workflow calls it.") },
        new(Decisions, T.Say("Which of its last decisions lead on ways of their own"), SettingKind.Lines) { Hint = T.Say("One a line, as it calls them. After any other it goes on by “Done”."), GivesOutcomes = true },
    ];

    public override Sentence? Fault(JsonObject said) => Of(said).Length == 0 ? T.Say("Say by which workflow it goes.")
        : Node.Texts(said, Decisions) is var some && (some.Count > MostOutcomes || some.Distinct().Count() < some.Count) ? T.Say("It has at most {0} different decisions that lead on ways of their own.", MostOutcomes) : null;

    public override IReadOnlyList<Sentence> Effects(JsonObject said, string? outcome) => [T.Say("The matter goes by another workflow, and comes back when that has ended.")];

    /// <summary>Which one it calls, as recipes know it; empty where that isn't said.</summary>
    public static string Of(JsonObject said) => $"{said[WorkflowTypeId]}".Trim();

    /// <summary>All that a definition calls.</summary>
    public static IEnumerable<string> AllOf(Graph graph) => graph.Nodes.Where(n => n.Kind == Kind).Select(n => Of(n.Said)).Where(id => id.Length > 0).Distinct();

    /// <summary>In what such a step ends.</summary>
    /// <param name="said">Its properties.</param>
    /// <param name="decided">What was decided last in the other workflow; null where nobody had to decide.</param>
    public static string Ended(JsonObject said, string? decided) => decided is not null && Node.Texts(said, Decisions).Contains(decided) ? decided : Done;

    /// <summary>It waits: whoever moves the case begins the other one.</summary>
    public override Task<string?> DoAsync(Step step) => Task.FromResult<string?>(null);
}
