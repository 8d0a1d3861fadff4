using Integral.Platform.Localization;

namespace Integral.Platform.Recipes;

/// <summary>A recipe, or a file beside it, can't be read. The sentence says where and what was expected; one of its arguments may itself be a sentence.</summary>
public sealed class RecipeException(Sentence sentence) : Exception(sentence.ToString())
{
    public Sentence Sentence { get; } = sentence;

    /// <summary>What is wrong with one of a recipe's steps.</summary>
    internal static RecipeException At(string file, RecipeStep step, Sentence what) => new(T.Say("{0}: step {1} '{2}': {3}", file, step.Index, step.Name, what));
}
