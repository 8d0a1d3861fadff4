using System.Text.Json.Nodes;

namespace Integral.Platform.Recipes;

/// <summary>One step of a recipe, as it stands in the file or with its script values evaluated.</summary>
/// <param name="Index">The first step is 1.</param>
/// <param name="Name">As the file writes it; compared ignoring case.</param>
/// <param name="Body">The whole object with its name. Its properties are found ignoring case.</param>
public sealed record RecipeStep(int Index, string Name, JsonObject Body);
