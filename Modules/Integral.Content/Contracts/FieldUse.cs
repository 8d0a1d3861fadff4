using System.Text.Json.Nodes;
using Integral.Content.ReferenceBooks;
using Integral.Platform.Recipes;

namespace Integral.Content.Contracts;

/// <summary>A field of a part, as its type describes it.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Name">In the part's JSON: letters and digits.</param>
/// <param name="Title">Its label, in the words of whoever described the type.</param>
/// <param name="Position">Among the part's fields.</param>
public sealed record FieldUse(FieldKind Kind, string Name, string Title, double Position)
{
    /// <summary>A sentence below it in forms; null without one.</summary>
    public string? Hint { get; init; }

    /// <summary>Nothing is published without it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>It is shown to visitors as a fact, with its title before it.</summary>
    public bool IsFact { get; init; }

    /// <summary>What its kind's <see cref="FieldKind.Options"/> ask.</summary>
    internal JsonObject Settings { get; init; } = [];

    /// <summary>The reference books, where the kind chooses from them.</summary>
    internal TermsToday? Terms { get; init; }

    public bool Flag(string option) => Settings.Flag(option);
    public double? Number(string option) => double.TryParse(Settings.Text(option), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
    public string? Text(string option) => Settings.Text(option) is { Length: > 0 } text ? text : null;
    public IReadOnlyList<string> Texts(string option) => [.. (Settings.Find(option) as JsonArray ?? []).Select(t => $"{t}").Where(t => t.Length > 0)];
}
