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

    public string RolesOf(Node node) => string.Join(", ", node.Texts(UserTask.Roles).Select(r => texts[roles.Find(current.Tenant, r)?.Title ?? r]));

    /// <summary>What follows on each outcome; an end where nothing does.</summary>
    public IEnumerable<(string Outcome, string Next)> WaysOf(Node node) =>
        from outcome in activities.Find(node.Kind)?.Outcomes(node.Said) ?? [.. Graph.OutcomesOf(node.Id)]
        let next = Graph.After(node.Id, outcome).Select(n => texts[Graph.Find(n)?.Title ?? n]).ToList()
        select (texts[outcome], next.Count == 0 ? texts["the end"] : string.Join(", ", next));
}
