using Integral.Platform.Localization;
using Microsoft.Extensions.Configuration;

namespace Integral.Platform.Recipes;

/// <summary>Runs a recipe's steps in order in one unit of work. Planning is the same run, undone at the end.</summary>
internal sealed class RecipeRunner(IEnumerable<IRecipeStep> steps, TimeProvider clock, IConfiguration configuration)
{
    private const int MostRecipes = 200;

    // Never a secret: a recipe comes from outside.
    private static readonly HashSet<string> Readable = ["Integral:PublicUrl", "OrchardCore_Admin:AdminUrlPrefix"];

    /// <exception cref="RecipeException">Something isn't known here and the run isn't lenient: nothing is written.</exception>
    public async Task RunAsync(RecipeFile recipe, RecipeRun run, bool isLenient)
    {
        run.Begin(recipe);
        var values = new RecipeValues(recipe, run.Parameters, key => Readable.Contains(key) ? configuration[key] : null, clock, run.Tenant.IsRoot ? "" : $"/{run.Tenant.Path}");
        foreach (var step in recipe.Steps)
        {
            await ApplyAsync(values.Evaluate(step), run);
            foreach (var called in run.TakeCalled())
            {
                Guard(step, called, run);
                await RunAsync(called, run, isLenient: true);
            }
        }
        run.Add(values.Problems);
        run.End();
        if (!isLenient && run.Problems.Count > 0) throw new RecipeException(T.Say("The recipe can't be run as it is, so nothing was written:\n{0}", string.Join('\n', run.Problems)));
    }

    private async Task ApplyAsync(RecipeStep step, RecipeRun run)
    {
        if (steps.FirstOrDefault(s => s.Name.Equals(step.Name, StringComparison.OrdinalIgnoreCase)) is not { } known)
        {
            run.Problem(step, "name", T.Say("There is no step '{0}' here.", step.Name));
            return;
        }
        await known.ApplyAsync(step, run);
        await run.Db.SaveChangesAsync();
    }

    private static void Guard(RecipeStep step, RecipeFile called, RecipeRun run)
    {
        var chain = run.Following.SkipWhile(f => !f.IsSameAs(called)).Append(called).Select(f => f.File).ToList();
        if (chain.Count > 1) throw RecipeException.At(run.File.File, step, T.Say("These recipes call each other without an end: {0}", string.Join(", ", chain)));
        if (run.Recipes > MostRecipes) throw RecipeException.At(run.File.File, step, T.Say("More than {0} recipes call each other.", MostRecipes));
    }
}
