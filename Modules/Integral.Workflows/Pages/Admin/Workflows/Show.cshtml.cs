using Integral.Workflows.Activities;
using Integral.Workflows.Data;
using Integral.Workflows.Definitions;

namespace Integral.Workflows.Pages.Admin.Workflows;

/// <summary>What a workflow says: its steps, who decides, and what follows.</summary>
[Authorize(WorkflowsModule.View)]
internal sealed class ShowModel(Db db, KnownActivities activities, RoleBook roles, Current current, Texts texts) : PageModel
{
    public WorkflowType Type { get; private set; } = null!;
    public WorkflowVersion Shown { get; private set; } = null!;
    public Graph Graph { get; private set; } = null!;

    public async Task OnGetAsync(Guid id)
    {
        Type = await db.WorkflowTypes.AsNoTracking().SingleOr404Async(t => t.Id == id);
        Shown = await db.WorkflowVersions.AsNoTracking().SingleOr404Async(v => v.TypeId == id && v.Number == Type.Number);
        Graph = Graph.Read(Shown.Definition);
    }

    public string KindOf(Node node) => activities.Find(node.Kind) is { } activity ? texts.Say(activity.Title) : node.Kind;

    public string RolesOf(Node node) => RolesOf(node, UserTask.Roles);

    /// <summary>In how many days it is due and what happens before and after; empty where it has all the time.</summary>
    public string LateOf(Node node)
    {
        if (node.Said[UserTask.DueDays] is not { } due) return "";
        List<string> said = [texts["Due in working days: {0}", $"{due}"]];
        if (node.Said[UserTask.RemindDays] is { } remind) said.Add(texts["reminder before that: {0}", $"{remind}"]);
        if (RolesOf(node, UserTask.EscalateTo) is { Length: > 0 } others) said.Add(texts["when it is late also: {0}", others]);
        return string.Join("; ", said);
    }

    private string RolesOf(Node node, string list) => string.Join(", ", node.Texts(list).Select(r => texts[roles.Find(current.Tenant, r)?.Title ?? r]));

    /// <summary>What follows on each outcome; an end where nothing does.</summary>
    public IEnumerable<(string Outcome, string Next)> WaysOf(Node node) =>
        from outcome in activities.Find(node.Kind)?.Outcomes(node.Said) ?? [.. Graph.OutcomesOf(node.Id)]
        let next = Graph.After(node.Id, outcome).Select(n => texts[Graph.Find(n)?.Title ?? n]).ToList()
        select (texts[outcome], next.Count == 0 ? texts["the end"] : string.Join(", ", next));
}
