using Integral.Platform.Localization;

namespace Integral.Platform.Recipes;

/// <summary>What is unknown or wrong in a recipe that could be read. A strict run stops at it; a lenient one lists it and goes on.</summary>
/// <param name="File">Name of the recipe's file.</param>
/// <param name="Step">Name of the step; empty for what stands outside the steps.</param>
/// <param name="Index">Number of the step, the first is 1; 0 outside the steps.</param>
/// <param name="Where">Path inside the step, such as <c>data[2].ContentType</c>, or from the top such as <c>variables.now</c>; may be empty.</param>
/// <param name="What">The sentence for a person.</param>
public sealed record RecipeProblem(string File, string Step, int Index, string Where, Sentence What)
{
    /// <summary>One line for the console: file, step, path, sentence. In English; a page translates <see cref="What"/>.</summary>
    public override string ToString()
    {
        string step = Index > 0 ? $"step {Index} '{Step}'" : "";
        string place = string.Join(' ', new[] { step, Where }.Where(part => part.Length > 0));
        return place.Length > 0 ? $"{File}: {place}: {What}" : $"{File}: {What}";
    }
}
