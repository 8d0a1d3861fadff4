using System.Text.Json.Nodes;
using Integral.Workflows.Cases;
using Integral.Workflows.Contracts;
using Integral.Workflows.Definitions;

namespace Integral.Workflows.Activities;

/// <summary>
/// Waits for somebody to decide. As Orchard has it, with <c>Actions</c> and <c>Roles</c>; ours besides: <c>People</c>, accounts that may decide too, and <c>Groups</c>, the
/// working groups that may, <c>Form</c>, what is asked, <c>NeedsReason</c>, the actions that need one, <c>Phrases</c>, ready words for a reason, <c>DueDays</c>, in how many working days of the institution it should be decided, <c>RemindDays</c>, so many working days before that
/// who may decide gets a letter, and <c>EscalateTo</c>, the roles that may decide it too when it is late.
/// </summary>
internal sealed class UserTask : Activity
{
    public const string Kind = "UserTaskEvent", Actions = "Actions", Roles = "Roles", People = "People", Groups = "Groups", Form = "Form", NeedsReason = "NeedsReason", Phrases = "Phrases", DueDays = "DueDays", RemindDays = "RemindDays", EscalateTo = "EscalateTo";

    private const int MostActions = 8, MostNames = 10, LongestAction = 60, MostDays = 365, MostPhrases = 20;

    public override string Name => Kind;
    public override Sentence Title => T.Say("Somebody decides");
    public override IReadOnlyList<string> Outcomes(JsonObject said) => Node.Texts(said, Actions);

    public override IReadOnlyList<ActivitySetting> Settings =>
    [
        new(Actions, T.Say("What can be decided"), SettingKind.Lines) { Hint = T.Say("One decision a line, as on a button: Accept."), GivesOutcomes = true },
        new(NeedsReason, T.Say("What needs a reason"), SettingKind.Outcomes), new(Phrases, T.Say("Ready words for a reason"), SettingKind.Lines) { Hint = T.Say("One a line.") },
        new(Form, T.Say("What is asked"), SettingKind.Form),
        new(Roles, T.Say("Who may decide"), SettingKind.Roles), new(People, T.Say("People who may decide"), SettingKind.People) { Hint = T.Say("Who isn't here any more decides nothing; where nobody else may, the matter waits with those who change workflows.") },
        new(Groups, T.Say("Working groups that may decide"), SettingKind.Groups), new(DueDays, T.Say("In how many working days it should be decided"), SettingKind.Number) { Hint = T.Say("Left empty, there is all the time.") },
        new(RemindDays, T.Say("So many working days before that a letter reminds"), SettingKind.Number), new(EscalateTo, T.Say("Who may decide it too when it is late"), SettingKind.Roles),
    ];

    public override string? Foresee(JsonObject said, JsonObject facts) => null;

    public override IReadOnlyList<Sentence> Effects(JsonObject said, string? outcome) => outcome is not null ? [] : [.. FormField.Read(said).Select(f => T.Say("It is asked: {0}", new Sentence(f.Label))), .. Deadlines(said)];

    private static IReadOnlyList<Sentence> Deadlines(JsonObject said) => Node.Number(said, DueDays) is not { } due ? []
        : Node.Number(said, RemindDays) is { } remind ? [T.Say("Due in working days: {0}", due), T.Say("A letter reminds those who may decide, so many working days before that: {0}", remind)] : [T.Say("Due in working days: {0}", due)];

    public override Sentence? Fault(JsonObject said)
    {
        var (actions, roles) = (Node.Texts(said, Actions), Node.Texts(said, Roles));
        if (actions.Count is 0 or > MostActions || actions.Distinct().Count() < actions.Count || actions.Any(a => a.Length > LongestAction)) return T.Say("A decision has from 1 to {0} different outcomes.", MostActions);
        var (people, groups) = (Node.Texts(said, People).Count, Node.Texts(said, Groups).Count);
        if (roles.Count + people + groups == 0 || roles.Count > MostNames || people > MostNames || groups > MostNames) return T.Say("Say who may decide: roles, people or working groups, at most {0} of each.", MostNames);
        if (Node.Texts(said, NeedsReason).Except(actions).FirstOrDefault() is { } unknown) return T.Say("This step doesn't end in '{0}'.", unknown);
        if (Node.Texts(said, Phrases) is var phrases && (phrases.Count > MostPhrases || phrases.Any(p => p.Length > CaseTask.LongestReason))) return T.Say("A decision has at most {0} ready reasons, each of at most {1} characters.", MostPhrases, CaseTask.LongestReason);
        return FormField.Fault(said, actions) ?? LateFault(said);
    }

    private static Sentence? LateFault(JsonObject said)
    {
        var (due, remind, escalate) = (Node.Number(said, DueDays), Node.Number(said, RemindDays), Node.Texts(said, EscalateTo));
        if (said[DueDays] is null) return said[RemindDays] is null && escalate.Count == 0 ? null : T.Say("Say in how many days it is due: otherwise it is never late.");
        if (due is not (>= 1 and <= MostDays)) return T.Say("It is due in 1 to {0} working days.", MostDays);
        if (said[RemindDays] is not null && !(remind >= 1 && remind < due)) return T.Say("A reminder comes at least one working day before it is due, and not on the day on which it begins.");
        return escalate.Count > MostNames ? T.Say("What is late is passed on to at most {0} roles.", MostNames) : null;
    }

    public override Task<string?> DoAsync(Step step) => Task.FromResult<string?>(null);
    public override Task UndoAsync(Step step) => Task.CompletedTask;
}
