using System.Globalization;
using System.Text.Json.Nodes;
using Integral.Workflows.Contracts;

namespace Integral.Workflows.Definitions;

/// <summary>A condition as a form shows it: lines of which all hold, or any.</summary>
internal sealed record ConditionRows(bool IsAny, IReadOnlyList<Condition> Rows)
{
    public const int Most = 10;

    public static ConditionRows None { get; } = new(false, []);

    /// <returns>Null where it is nested deeper than lines can show.</returns>
    public static ConditionRows? Of(JsonNode? said)
    {
        if (said is null) return None;
        try
        {
            var one = Condition.Read(said);
            var (isAny, rows) = one.Any.Count > 0 ? (true, one.Any) : one.All.Count > 0 ? (false, one.All) : (false, [one]);
            return rows.Count > Most || rows.Any(r => r.All.Count > 0 || r.Any.Count > 0) ? null : new(isAny, rows);
        }
        catch (RuleException) { return None; }      // what is no condition is said anew
    }

    public bool SaysTheSameAs(ConditionRows other) =>
        (IsAny == other.IsAny || Rows.Count < 2) && Rows.Select(r => (r.Field, r.Is, r.Value)).SequenceEqual(other.Rows.Select(r => (r.Field, r.Is, r.Value)));

    /// <summary>As definitions write it; null without lines.</summary>
    public JsonNode? ToJson() => Rows.Count switch
    {
        0 => null,
        1 => Written(Rows[0]),
        _ => new JsonObject { [IsAny ? nameof(Condition.Any) : nameof(Condition.All)] = new JsonArray([.. Rows.Select(Written)]) },
    };

    private static JsonObject Written(Condition row)
    {
        var one = new JsonObject { [nameof(row.Field)] = row.Field, [nameof(row.Is)] = $"{row.Is}" };
        if (row.Is is not (Comparison.IsEmpty or Comparison.IsSaid) && row.Value is { } value)
            one[nameof(row.Value)] = decimal.TryParse(value, Condition.Number, CultureInfo.InvariantCulture, out var number) && number.ToString(CultureInfo.InvariantCulture) == value ? number : value;     // 007 stays as it was typed
        return one;
    }
}
