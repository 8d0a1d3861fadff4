using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Integral.Workflows.Contracts;

/// <summary>How a field is compared.</summary>
public enum Comparison { Equal, NotEqual, Greater, Less, AtLeast, AtMost, Contains, IsEmpty, IsSaid }

/// <summary>
/// A condition as data (decision 8): a field, how it is compared, a value; or several of them, all or any. Workflows and forms say what they depend on by it.
/// </summary>
public sealed record Condition(string Field, Comparison Is, string? Value)
{
    private const int Deepest = 8;

    /// <summary>How numbers are written. No comma: 18,5 would be 185.</summary>
    public const NumberStyles Number = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    public IReadOnlyList<Condition> All { get; init; } = [];
    public IReadOnlyList<Condition> Any { get; init; } = [];

    /// <summary>The comparisons as people choose them.</summary>
    public static IReadOnlyList<SaidWord> Comparisons { get; } =
    [
        new($"{Comparison.Equal}", T.Say("is")), new($"{Comparison.NotEqual}", T.Say("is not")), new($"{Comparison.Less}", T.Say("is less than")), new($"{Comparison.AtMost}", T.Say("is at most")),
        new($"{Comparison.AtLeast}", T.Say("is at least")), new($"{Comparison.Greater}", T.Say("is more than")), new($"{Comparison.Contains}", T.Say("contains")),
        new($"{Comparison.IsSaid}", T.Say("is said")), new($"{Comparison.IsEmpty}", T.Say("is not said")),
    ];

    /// <summary>Itself where it asks one field, else all that it consists of.</summary>
    [JsonIgnore]
    public IEnumerable<Condition> Leaves => All.Count + Any.Count == 0 ? [this] : All.Concat(Any).SelectMany(c => c.Leaves);

    /// <summary>As definitions write it: <c>{ "Field": "person.age", "Is": "Less", "Value": 18 }</c>, <c>{ "All": [ … ] }</c> or <c>{ "Any": [ … ] }</c>.</summary>
    /// <exception cref="RuleException">It is no condition.</exception>
    public static Condition Read(JsonNode? said, int depth = 0)
    {
        Rule.Require(said is JsonObject && depth < Deepest, "A condition names a field, how it is compared, and a value.");
        var one = said.AsObject();
        if (one[nameof(All)] is JsonArray { Count: > 0 } all) return new("", Comparison.IsSaid, null) { All = [.. all.Select(c => Read(c, depth + 1))] };
        if (one[nameof(Any)] is JsonArray { Count: > 0 } any) return new("", Comparison.IsSaid, null) { Any = [.. any.Select(c => Read(c, depth + 1))] };
        Rule.Require($"{one[nameof(Field)]}".Length > 0 && Enum.TryParse<Comparison>($"{one[nameof(Is)]}", ignoreCase: true, out _), "A condition names a field, how it is compared, and a value.");
        return new($"{one[nameof(Field)]}", Enum.Parse<Comparison>($"{one[nameof(Is)]}", ignoreCase: true), one[nameof(Value)] is { } value ? $"{value}" : null);
    }

    /// <param name="facts">Of the case. A field within another is written with a full stop: <c>person.age</c>.</param>
    public bool Holds(JsonObject facts)
    {
        if (All.Count > 0) return All.All(c => c.Holds(facts));
        if (Any.Count > 0) return Any.Any(c => c.Holds(facts));
        var said = Values(facts);
        return Is switch
        {
            Comparison.IsEmpty => said.Count == 0,
            Comparison.IsSaid => said.Count > 0,
            Comparison.Equal => said.Exists(s => Compare(s, Value) == 0),
            Comparison.NotEqual => said.TrueForAll(s => Compare(s, Value) != 0),
            Comparison.Contains => said.Exists(s => s.Contains(Value ?? "", StringComparison.OrdinalIgnoreCase)),
            _ => said.Count > 0 && Compare(said[0], Value) is { } order && Is switch
            {
                Comparison.Greater => order > 0,
                Comparison.Less => order < 0,
                Comparison.AtLeast => order >= 0,
                _ => order <= 0,
            },
        };
    }

    // Of a list each of its values counts; what is empty isn't said.
    private List<string> Values(JsonObject facts)
    {
        JsonNode? at = facts;
        foreach (var name in Field.Split('.')) at = (at as JsonObject)?[name];
        return [.. (at is JsonArray many ? many.AsEnumerable() : [at]).Select(v => $"{v}").Where(v => v.Length > 0)];
    }

    // Numbers by their size, days as they are written (2026-09-01), everything else by its letters. Null where they can't be compared.
    private static int? Compare(string left, string? right)
    {
        if (right is null) return null;
        return decimal.TryParse(left, Number, CultureInfo.InvariantCulture, out var a) && decimal.TryParse(right, Number, CultureInfo.InvariantCulture, out var b)
            ? a.CompareTo(b) : string.Compare(left, right, StringComparison.OrdinalIgnoreCase);
    }
}
