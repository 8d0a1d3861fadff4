using System.Globalization;

namespace Integral.Platform.Recipes;

/// <summary>Where in a step a value stands. A chain up to the step and no text, since text is needed only for a problem.</summary>
internal sealed record Place(RecipeStep Step, Place? Parent, string Part)
{
    public Place Property(string name) => new(Step, this, name.Length > 0 && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-') ? name : $"['{name}']");
    public Place Item(int index) => new(Step, this, string.Create(CultureInfo.InvariantCulture, $"[{index}]"));

    public override string ToString()
    {
        string before = Parent?.ToString() ?? "";
        return before.Length == 0 || Part.StartsWith('[') ? before + Part : $"{before}.{Part}";
    }
}
