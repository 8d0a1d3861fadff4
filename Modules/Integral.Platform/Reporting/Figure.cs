using System.Text.RegularExpressions;

namespace Integral.Platform.Reporting;

/// <summary>One number of an indicator. What its dimensions say must be shared by many: never a person.</summary>
/// <param name="Value">Not below nought.</param>
/// <param name="Dimensions">Name and group: <c>("role", "teacher")</c>; none for a number that isn't divided.</param>
public sealed partial record Figure(long Value, params IReadOnlyList<(string Name, string Group)> Dimensions)
{
    internal const int MaxLength = 200;

    /// <summary>As it stands in the table, whatever the order in which they were named: <c>role=teacher;sex=f</c>.</summary>
    /// <exception cref="ArgumentException">A dimension isn't a word.</exception>
    internal string Key()
    {
        foreach (var word in Dimensions.SelectMany(d => new[] { d.Name, d.Group }))
            if (!Word().IsMatch(word)) throw new ArgumentException($"'{word}' can't be a dimension of a figure: it is one word of up to 60 characters.");
        var key = string.Join(';', Dimensions.OrderBy(d => d.Name, StringComparer.Ordinal).Select(d => $"{d.Name}={d.Group}"));
        return Value >= 0 && key.Length <= MaxLength ? key : throw new ArgumentException($"'{key}' is too long, or {Value} below nought.");
    }

    /// <summary>The group of one dimension in a key; empty for a number that isn't divided by it.</summary>
    internal static string GroupOf(string key, string dimension) =>
        key.Split(';').Select(part => part.Split('=', 2)).FirstOrDefault(part => part[0] == dimension) is [_, var group] ? group : "";

    [GeneratedRegex(@"^[\w.-]{1,60}\z")] private static partial Regex Word();
}

/// <summary>The host's row of a figure.</summary>
internal sealed class FigureRow
{
    public required Guid TenantId { get; init; }
    public required string Indicator { get; init; }
    public required DateOnly Day { get; init; }
    public required string Dimensions { get; init; }
    public long Value { get; private set; }

    /// <summary>When it was counted: an older count that arrives later changes nothing.</summary>
    public DateTime CountedAt { get; private set; }

    public void Count(long value, DateTime at) => (Value, CountedAt) = (value, at);
}
