using System.Globalization;
using System.Text.Json.Nodes;
using Integral.Workflows.Contracts;
using Integral.Workflows.Definitions;

namespace Integral.Workflows.Activities;

/// <summary>
/// Waits for somebody to decide. As Orchard has it, with <c>Actions</c> and <c>Roles</c>; ours besides: <c>NeedsReason</c>, the actions that need one, and
/// <c>DueDays</c>, in how many working days of the institution it should be decided.
/// </summary>
internal sealed class UserTask : Activity
{
    public const string Actions = "Actions", Roles = "Roles", NeedsReason = "NeedsReason", DueDays = "DueDays";

    private const int MostActions = 8, MostRoles = 10, LongestAction = 60, MostDays = 365;

    public override string Name => "UserTaskEvent";
    public override Sentence Title => T.Say("Somebody decides");
    public override IReadOnlyList<string> Outcomes(JsonObject said) => Node.Texts(said, Actions);

    public override Sentence? Fault(JsonObject said)
    {
        var (actions, roles) = (Node.Texts(said, Actions), Node.Texts(said, Roles));
        if (actions.Count is 0 or > MostActions || actions.Distinct().Count() < actions.Count || actions.Any(a => a.Length > LongestAction)) return T.Say("A decision has from 1 to {0} different outcomes.", MostActions);
        if (roles.Count is 0 or > MostRoles) return T.Say("A decision needs from 1 to {0} roles that may take it.", MostRoles);
        if (Node.Texts(said, NeedsReason).Except(actions).FirstOrDefault() is { } unknown) return T.Say("This step doesn't end in '{0}'.", unknown);
        return said[DueDays] is { } days && !(int.TryParse($"{days}", NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MostDays) ? T.Say("It is due in 1 to {0} working days.", MostDays) : null;
    }

    public override Task<string?> DoAsync(Step step) => Task.FromResult<string?>(null);
}
