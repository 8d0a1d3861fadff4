using Integral.Platform.Recipes;

namespace Integral.Platform.Seeding;

/// <summary>Fills a new institution with what a module has, as its use would: contributed by modules, for load work.</summary>
public interface ISeeds
{
    /// <summary>
    /// Writes in the run's unit of work, after its recipe and before anything of it can be seen; what belongs to the host it leaves
    /// with <see cref="RecipeRun.OnHost"/>.
    /// </summary>
    Task FillAsync(SeededTenant seeded, RecipeRun run);
}
