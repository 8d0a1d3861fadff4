using Integral.Platform.Localization;
using Integral.Platform.Modules;
using Integral.Platform.Tenancy;

namespace Integral.Platform.Recipes.Steps;

/// <summary>Switches features by the rule of the screen: what is needed comes along, what is still needed stays, no two of one address.</summary>
internal sealed class FeatureStep(ModuleCatalog modules, FeatureSwitches switches) : IRecipeStep
{
    private const string Enable = "enable", Disable = "disable";

    public string Name => "feature";

    public Task ApplyAsync(RecipeStep step, RecipeRun run)
    {
        var (on, off) = (Known(step, run, Enable).ToList(), Known(step, run, Disable).ToList());
        try
        {
            run.Have(switches.After(run.Features, on, off));
            if (on.Count > 0) run.Did(T.Say("Features switched on: {0}", string.Join(", ", on)));
            if (off.Count > 0) run.Did(T.Say("Features switched off: {0}", string.Join(", ", off)));
        }
        catch (RuleException rule) { run.Problem(step, off.Count == 0 ? Enable : on.Count == 0 ? Disable : "", rule.Sentence); }
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
