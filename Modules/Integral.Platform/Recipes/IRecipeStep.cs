namespace Integral.Platform.Recipes;

/// <summary>What a step of a recipe does. Found by its name, ignoring case; contributed by modules.</summary>
public interface IRecipeStep
{
    string Name { get; }

    /// <summary>
    /// Does the step's work in the run's unit of work. What it doesn't know it reports by <see cref="RecipeRun.Problem"/> and leaves out:
    /// the run decides whether that is an error. Nothing it writes is kept unless the whole run succeeds.
    /// </summary>
    Task ApplyAsync(RecipeStep step, RecipeRun run);
}
