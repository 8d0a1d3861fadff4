using Integral.Platform.Recipes;
using Integral.Workflows.Data;
using Integral.Workflows.Definitions;

namespace Integral.Workflows.Recipes;

/// <summary>Defines workflows, as Orchard's step of that name does. What says the same as before is no new version; running cases keep theirs.</summary>
internal sealed class WorkflowTypeStep(WorkflowKeeping keeping, NamedCandidates named) : IRecipeStep
{
    public string Name => "WorkflowType";

    public async Task ApplyAsync(RecipeStep step, RecipeRun run)
    {
        var number = 0;
        foreach (var (item, place) in step.Objects(step.Body, "data", "data", run))
        {
            var (id, said) = (item.Text("WorkflowTypeId") ?? "", new SaidWorkflow(item.Text("Name")?.Trim() ?? "", item.Find("IsEnabled") is null || item.Flag("IsEnabled"), new() { ["Activities"] = item.Find("Activities")?.DeepClone(), ["Transitions"] = item.Find("Transitions")?.DeepClone() }));
            said = new(said.Name, said.IsEnabled, await named.KnownAsync(said.Definition, run));
            if (id.Length is 0 or > WorkflowType.LongestId || said.Name.Length == 0)
            {
                run.Problem(step, place, T.Say("A workflow needs a WorkflowTypeId and a name."));
                continue;
            }
            if (await keeping.FaultsAsync(run.Db, said, id, run.Roles, run.Accounts.Values) is { Count: > 0 } faults)
            {
                foreach (var fault in faults) run.Problem(step, fault.Node.Length > 0 ? $"{place} '{fault.Node}'" : place, fault.What);
                continue;
            }
            var type = await run.Db.WorkflowTypes.FirstOrDefaultAsync(t => t.WorkflowTypeId == id);
            if ((await keeping.KeepAsync(run.Db, type, id, said, "")).IsNew) number++;
        }
        run.Did(T.Say("Workflows written: {0}", number));
    }
}
