using Integral.Platform.Localization;

namespace Integral.Platform.Recipes;

/// <summary>A recipe, or a file beside it, can't be read. The sentence says where and what was expected; one of its arguments may itself be a sentence.</summary>
public sealed class RecipeException(Sentence sentence) : Exception(sentence.ToString())
{
    public Sentence Sentence { get; } = sentence;
}
