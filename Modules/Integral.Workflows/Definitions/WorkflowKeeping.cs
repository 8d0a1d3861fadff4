using System.Text.Json.Nodes;
using Integral.Workflows.Cases;
using Integral.Workflows.Data;

namespace Integral.Workflows.Definitions;

/// <summary>A workflow as somebody wants it.</summary>
/// <param name="Definition">With <c>Activities</c> and <c>Transitions</c> as Orchard writes them; what else it has isn't kept.</param>
internal sealed record SaidWorkflow(string Name, bool IsEnabled, JsonObject Definition)
{
    /// <summary>As it is kept.</summary>
    public JsonObject Kept { get; } = new() { ["Activities"] = Definition["Activities"]?.DeepClone(), ["Transitions"] = Definition["Transitions"]?.DeepClone() };

    public Graph Graph => Graph.Read(Kept);
}

/// <summary>Checks what is said of workflows and keeps it, whoever says it: a recipe, a person or a program.</summary>
internal sealed class WorkflowKeeping(GraphCheck check, RoleBook roles, CandidateBook candidates, StartPlan plan, TimeProvider clock)
{
    private const int LongestDefinition = 500_000;

    /// <param name="db">Of whose it is.</param>
    /// <param name="said">All of it.</param>
    /// <param name="id">As recipes know it; null of a new one.</param>
    /// <param name="alsoRoles">That there will be.</param>
    /// <param name="alsoPeople">Accounts that there will be.</param>
    public async Task<IReadOnlyList<GraphFault>> FaultsAsync(Db db, SaidWorkflow said, string? id, IEnumerable<string>? alsoRoles = null, IEnumerable<Guid>? alsoPeople = null)
    {
        if (said.Name.Length is 0 or > WorkflowType.LongestName) return [new("", T.Say("A workflow needs a name of at most {0} characters.", WorkflowType.LongestName))];
        var text = Written(said);
        if (text.Length > LongestDefinition || text.Contains("\\u0000", StringComparison.Ordinal)) return [new("", T.Say("This can't be kept as a workflow: it is too long, or holds a character that no text has."))];
        var who = await candidates.ForAsync(db, said.Graph);
        if (alsoPeople is not null) who = who with { People = who.People.Concat(alsoPeople).ToHashSet() };
        return check.Faults(said.Graph, roles.RolesOf(db.Tenant).Select(r => r.Name).Concat(alsoRoles ?? []).ToHashSet(), await CallBook.ForAsync(db, said.Graph), id, who);
    }

    /// <summary>Keeps it, within a transaction. What says the same as before is no new version; cases that run keep theirs.</summary>
    /// <param name="db">Of the tenant.</param>
    /// <param name="type">The one that there is; null makes one.</param>
    /// <param name="typeId">Of a new one, as recipes know it.</param>
    /// <param name="said">Without faults.</param>
    /// <param name="author">A name; empty where nobody said it.</param>
    /// <returns>Whether it is a new version.</returns>
    public async Task<(WorkflowType Type, bool IsNew)> KeepAsync(Db db, WorkflowType? type, string typeId, SaidWorkflow said, string author)
    {
        if (type is not null && type.Name == said.Name && await SaysAsync(db, type, said))
        {
            type.Switch(said.IsEnabled);
            await db.SaveChangesAsync();
            await plan.PlanAsync(db, type, said.Graph);
            return (type, false);
        }
        if (type is null) db.Add(type = new() { WorkflowTypeId = typeId });
        var graph = said.Graph;
        db.Add(type.Say(said.Name, graph.Nodes.Single(n => n.IsStart).Kind, said.IsEnabled, Written(said), author, clock.GetUtcNow().UtcDateTime));
        await Stage.PrepareAsync(db, new(type.Id, graph));
        await db.SaveChangesAsync();
        await plan.PlanAsync(db, type, graph);
        return (type, true);
    }

    // In whichever order its ways are written.
    private static async Task<bool> SaysAsync(Db db, WorkflowType type, SaidWorkflow said)
    {
        var before = JsonNode.Parse(await db.WorkflowVersions.Where(v => v.TypeId == type.Id && v.Number == type.Number).Select(v => v.Definition).SingleAsync())!.AsObject();
        return JsonNode.DeepEquals(before["Activities"], said.Kept["Activities"]) && Graph.Read(before).Transitions.ToHashSet().SetEquals(said.Graph.Transitions);
    }

    private static string Written(SaidWorkflow said) => said.Kept.ToJsonString(Json.Options);
}
