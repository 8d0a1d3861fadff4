namespace Integral.Platform.Reporting;

/// <param name="Value">Null where it is kept back.</param>
public sealed record FigureGroup(string Group, long? Value);

/// <summary>An indicator summed up.</summary>
/// <param name="Groups">By their names, so that their order tells nothing.</param>
/// <param name="Total">Null where it is kept back, or nothing was counted.</param>
/// <param name="Day">The latest day of it; null where nothing was counted.</param>
public sealed record FigureSum(IReadOnlyList<FigureGroup> Groups, long? Total, DateOnly? Day)
{
    public bool IsWhole => Groups.All(g => g.Value is not null);
}

/// <summary>
/// Keeps back groups in which one could be recognised. A group of fewer than five is kept back. So that it can't be worked out from the
/// total and the other groups, the next smallest are kept back too, until at least two are and together they are at least five; where
/// there is no other left, the total is kept back. Groups of nobody aren't listed at all.
/// </summary>
internal static class SmallGroups
{
    public const int Least = 5;

    public static FigureSum Keep(IEnumerable<(string Group, long Value)> groups, DateOnly? day)
    {
        var all = groups.Where(g => g.Value > 0).OrderBy(g => g.Value).ThenBy(g => g.Group, StringComparer.Ordinal).ToList();
        var kept = all.Count(g => g.Value < Least);
        while (kept > 0 && kept < all.Count && !IsSafe(kept)) kept++;
        return new(InOrder(all.Select((g, i) => new FigureGroup(g.Group, i < kept ? null : g.Value))), kept == 0 || IsSafe(kept) ? Total(all) : null, day);

        bool IsSafe(int number) => number >= 2 && all.Take(number).Sum(g => g.Value) >= Least;
    }

    /// <summary>For what counts no persons.</summary>
    public static FigureSum Show(IEnumerable<(string Group, long Value)> groups, DateOnly? day)
    {
        var all = groups.Where(g => g.Value > 0).ToList();
        return new(InOrder(all.Select(g => new FigureGroup(g.Group, g.Value))), Total(all), day);
    }

    private static long? Total(List<(string Group, long Value)> all) => all.Count == 0 ? null : all.Sum(g => g.Value);
    private static List<FigureGroup> InOrder(IEnumerable<FigureGroup> groups) => [.. groups.OrderBy(g => g.Group, StringComparer.Ordinal)];
}
