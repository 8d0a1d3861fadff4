using Integral.Platform.Localization;
using Integral.Platform.Modules;

namespace Integral.Platform.Recipes.Steps;

internal sealed class FeatureStep(ModuleCatalog modules) : IRecipeStep
{
    public string Name => "feature";

    public Task ApplyAsync(RecipeStep step, RecipeRun run)
    {
        var enable = Known(step, run, "enable").ToList();
        run.Features.UnionWith(modules.Complete(enable));
        foreach (var feature in Known(step, run, "disable").Where(f => !modules.Features[f].IsAlwaysOn)) run.Features.Remove(feature);
        if (enable.Count > 0) run.Did(T.Say("Features switched on: {0}", string.Join(", ", enable)));
        return Task.CompletedTask;
    }

    private IEnumerable<string> Known(RecipeStep step, RecipeRun run, string list)
    {
        foreach (var (id, place) in step.Texts(list, run))
        {
            if (modules.Features.TryGetValue(id, out var feature)) yield return feature.Id;
            else run.Problem(step, place, T.Say("There is no feature '{0}' here.", id));
        }
    }
}
