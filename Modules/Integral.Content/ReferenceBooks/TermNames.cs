using System.Text.Json;
using System.Text.Json.Nodes;
using Integral.Platform.Recipes;

namespace Integral.Content.ReferenceBooks;

/// <summary>What a book or a term is called in each of the languages. One is enough: whoever reads another gets that one.</summary>
internal sealed class TermNames : IEquatable<TermNames>
{
    public const int Longest = 200;

    private readonly string[] said;

    private TermNames(IEnumerable<string?> said) => this.said = [.. said.Select(s => s?.Trim() ?? "")];

    /// <param name="name">Gives the name in a language of two letters; null or empty where there is none.</param>
    public static TermNames Of(Func<string, string?> name) => new(Texts.Cultures.Select(name));

    /// <summary>As a table keeps them, and as a recipe says them: an object of names by language.</summary>
    public static TermNames Of(JsonObject? names) => Of(culture => names?.Text(culture));

    /// <summary>Nothing where it is damaged: one term doesn't take the whole site away.</summary>
    public static TermNames Read(string json)
    {
        try
        {
            return Of(JsonNode.Parse(json) as JsonObject);
        }
        catch (JsonException) { return Of(culture => null); }
    }

    /// <summary>Empty where nobody has said it.</summary>
    public string this[string culture] => Texts.Cultures.Index().Where(c => c.Item == culture).Select(c => said[c.Index]).FirstOrDefault("");

    /// <summary>In that language; else in the institution's own, else in any.</summary>
    public string In(string culture, string own) => this[culture] is { Length: > 0 } name ? name : this[own] is { Length: > 0 } ours ? ours : Array.Find(said, s => s.Length > 0) ?? "";

    public bool IsEmpty => Array.TrueForAll(said, s => s.Length == 0);

    /// <summary>These, and the others' where they say nothing.</summary>
    public TermNames Over(TermNames others) => Of(culture => this[culture] is { Length: > 0 } name ? name : others[culture]);

    public JsonObject Object => new(Texts.Cultures.Where(c => this[c].Length > 0).Select(c => KeyValuePair.Create(c, (JsonNode?)this[c])));
    public string Text => Object.ToJsonString(Json.Options);

    /// <exception cref="RuleException">There is none at all, or one is too long.</exception>
    public void Check()
    {
        Rule.Require(!IsEmpty, "A name in one language at least is needed.", "Ru");
        foreach (var culture in Texts.Cultures) Rule.Require(this[culture].Length <= Longest, T.Say("At most {0} characters.", Longest), FieldOf(culture));
    }

    /// <summary>What a form calls the name in this language.</summary>
    public static string FieldOf(string culture) => $"{char.ToUpperInvariant(culture[0])}{culture[1..]}";

    public bool Equals(TermNames? other) => other is not null && said.SequenceEqual(other.said);
    public override bool Equals(object? other) => Equals(other as TermNames);
    public override int GetHashCode() => string.Join('\n', said).GetHashCode(StringComparison.Ordinal);
}
