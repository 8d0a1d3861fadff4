using System.Text.Json.Nodes;
using Integral.Workflows.Contracts;
using Integral.Workflows.Definitions;

namespace Integral.Workflows.Activities;

/// <summary>Goes one of two ways by a condition, which is data.</summary>
internal sealed class IfElse : Activity
{
    private const string Yes = "True", No = "False", Condition = "Condition";

    public override string Name => "IfElseTask";
    public override Sentence Title => T.Say("One of two ways, by a condition");
    public override IReadOnlyList<string> Outcomes(JsonObject said) => [Yes, No];
    public override IReadOnlyList<ActivitySetting> Settings => [new(Condition, T.Say("The condition"), SettingKind.Condition)];

    public override Sentence? Fault(JsonObject said)
    {
        try
        {
            Contracts.Condition.Read(said[Condition]);
            return null;
        }
        catch (RuleException rule) { return rule.Sentence; }
    }

    /// <summary>What the condition of a step asks about; nothing of a step that has none, or none that can be read.</summary>
    public static IEnumerable<string> Asked(Node node)
    {
        if (node.Said[Condition] is not { } said) return [];
        try { return Contracts.Condition.Read(said).Leaves.Select(l => l.Field); }
        catch (RuleException) { return []; }
    }

    public override async Task<string?> DoAsync(Step step) => Contracts.Condition.Read(step.Said[Condition]).Holds(await step.Facts()) ? Yes : No;
    public override Task UndoAsync(Step step) => Task.CompletedTask;
    public override string? Foresee(JsonObject said, JsonObject facts) => Contracts.Condition.Read(said[Condition]).Holds(facts) ? Yes : No;
}

/// <summary>Goes several ways at once.</summary>
internal sealed class Fork : Activity
{
    public const string Kind = "ForkTask";

    private const string Forks = "Forks";

    public override string Name => Kind;
    public override Sentence Title => T.Say("Several ways at once");
    public override IReadOnlyList<string> Outcomes(JsonObject said) => Ways(said);
    public override IReadOnlyList<ActivitySetting> Settings => [new(Forks, T.Say("Its ways"), SettingKind.Lines) { Hint = T.Say("One a line, at least two."), GivesOutcomes = true }];
    public override Sentence? Fault(JsonObject said) => Outcomes(said).Distinct().Count() < 2 ? T.Say("A fork has at least two ways.") : null;

    public static IReadOnlyList<string> Ways(JsonObject said) => Node.Texts(said, Forks);

    /// <summary>By all of them: whoever moves the case knows.</summary>
    public override Task<string?> DoAsync(Step step) => Task.FromResult<string?>(null);
}

/// <summary>Where the ways of a fork meet: all of them, or with <c>Mode</c> <c>WaitAny</c> the first.</summary>
internal sealed class Join : Activity
{
    public const string Kind = "JoinTask", Joined = "Joined";

    private const string Mode = "Mode", WaitAny = "WaitAny";

    public override string Name => Kind;
    public override Sentence Title => T.Say("Where several ways meet");
    public override IReadOnlyList<string> Outcomes(JsonObject said) => [Joined];
    public override IReadOnlyList<ActivitySetting> Settings => [new(Mode, T.Say("For whom it waits"), SettingKind.Choice) { Choices = [new("WaitAll", T.Say("For all ways")), new(WaitAny, T.Say("For the first; the others are called off"))] }];

    public static bool IsAny(Node node) => $"{node.Said[Mode]}".Equals(WaitAny, StringComparison.OrdinalIgnoreCase);

    public override Task<string?> DoAsync(Step step) => Task.FromResult<string?>(null);
}

/// <summary>Waits for something to happen to the subject.</summary>
internal sealed class Signal : Activity
{
    public const string Kind = "SignalEvent";

    private const string SignalName = "SignalName";

    public override string Name => Kind;
    public override Sentence Title => T.Say("Waits until something happens");
    public override Sentence? Fault(JsonObject said) => NameOf(said).Length == 0 ? T.Say("Say for what it waits.") : null;

    public static string NameOf(JsonObject said) => $"{said[SignalName]}".Trim();

    public override IReadOnlyList<ActivitySetting> Settings => [new(SignalName, T.Say("For what it waits"), SettingKind.Signal)];
    public override string? Foresee(JsonObject said, JsonObject facts) => null;

    public override Task<string?> DoAsync(Step step) => Task.FromResult<string?>(null);
}
