using System.Text.Json.Nodes;
using Integral.Platform.Recipes;
using Integral.Workflows.Cases;
using Integral.Workflows.Data;
using Integral.Workflows.Definitions;

namespace Integral.Workflows.Recipes;

/// <summary>Defines workflows, as Orchard's step of that name does. What says the same as before is no new version; running cases keep theirs.</summary>
internal sealed class WorkflowTypeStep(GraphCheck check, RoleBook roles, TimeProvider clock) : IRecipeStep
{
    public string Name => "WorkflowType";

    public async Task ApplyAsync(RecipeStep step, RecipeRun run)
    {
        var number = 0;
        var known = roles.RolesOf(run.Tenant).Select(r => r.Name).Concat(run.Roles).ToHashSet();
        foreach (var (item, place) in step.Objects(step.Body, "data", "data", run))
        {
            var (id, name, graph) = (item.Text("WorkflowTypeId") ?? "", item.Text("Name")?.Trim() ?? "", Graph.Read(item));
            if (id.Length is 0 or > WorkflowType.LongestId || name.Length is 0 or > WorkflowType.LongestName)
            {
                run.Problem(step, place, T.Say("A workflow needs a WorkflowTypeId and a name."));
                continue;
            }
            if (check.Faults(graph, known) is { Count: > 0 } faults)
            {
                foreach (var fault in faults) run.Problem(step, fault.Node.Length > 0 ? $"{place} '{fault.Node}'" : place, fault.What);
                continue;
            }
            if (await KeepAsync(run, item, (id, name), graph)) number++;
        }
        run.Did(T.Say("Workflows written: {0}", number));
    }

    private async Task<bool> KeepAsync(RecipeRun run, JsonObject item, (string Id, string Name) called, Graph graph)
    {
        var (db, definition) = (run.Db, new JsonObject { ["Activities"] = item.Find("Activities")?.DeepClone(), ["Transitions"] = item.Find("Transitions")?.DeepClone() }.ToJsonString(Json.Options));
        var type = await db.WorkflowTypes.FirstOrDefaultAsync(t => t.WorkflowTypeId == called.Id);
        var isEnabled = item.Find("IsEnabled") is null || item.Flag("IsEnabled");
        if (type is not null && type.Name == called.Name && await db.WorkflowVersions.AnyAsync(v => v.TypeId == type.Id && v.Number == type.Number && v.Definition == definition))
        {
            type.Switch(isEnabled);
            return false;
        }
        if (type is null) db.Add(type = new() { WorkflowTypeId = called.Id });
        db.Add(type.Say(called.Name, graph.Nodes.Single(n => n.IsStart).Kind, isEnabled, definition, "", clock.GetUtcNow().UtcDateTime));
        await Stage.PrepareAsync(db, new(type.Id, graph));
        await db.SaveChangesAsync();
        return true;
    }
}
