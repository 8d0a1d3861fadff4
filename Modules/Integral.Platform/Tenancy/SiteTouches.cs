using System.Globalization;

namespace Integral.Platform.Tenancy;

/// <summary>
/// Single texts of a site that changed since the whole of it did, each with the number of its last change. Only so many are remembered: of the others
/// the number of the last one forgotten is known, and none of them changed after it.
/// </summary>
internal sealed class SiteTouches
{
    public const int Most = 64, LongestName = 100;
    public static readonly SiteTouches None = new(0, new(StringComparer.Ordinal));

    private readonly long forgotten;
    private readonly Dictionary<string, long> numbers;

    private SiteTouches(long forgotten, Dictionary<string, long> numbers) => (this.forgotten, this.numbers) = (forgotten, numbers);

    /// <param name="written">A line a text: its number and its name; above them the number of the last one forgotten.</param>
    public static SiteTouches Read(string written)
    {
        if (written.Length == 0) return None;
        var lines = written.Split('\n');
        return new(Number(lines[0]), lines.Skip(1).Select(l => l.Split(' ', 2)).ToDictionary(l => l[1], l => Number(l[0]), StringComparer.Ordinal));
    }

    /// <summary>The number of the last change of any of them.</summary>
    public long Of(IEnumerable<string> texts) => texts.Select(t => numbers.GetValueOrDefault(t, forgotten)).Append(forgotten).Max();

    public SiteTouches With(IEnumerable<string> texts, long number)
    {
        var all = new Dictionary<string, long>(numbers, StringComparer.Ordinal);
        foreach (var text in texts) all[text] = number;
        // What can't be written down is forgotten at once: whatever isn't known counts as changed then.
        var kept = all.Where(t => t.Key.Length <= LongestName && !t.Key.Contains('\n', StringComparison.Ordinal)).OrderByDescending(t => t.Value).Take(Most).ToDictionary(StringComparer.Ordinal);
        return new(all.Where(t => !kept.ContainsKey(t.Key)).Select(t => t.Value).Append(forgotten).Max(), kept);
    }

    public override string ToString() => string.Join('\n', numbers.Select(t => $"{Said(t.Value)} {t.Key}").Prepend(Said(forgotten)));

    private static long Number(string said) => long.Parse(said, CultureInfo.InvariantCulture);
    private static string Said(long number) => number.ToString(CultureInfo.InvariantCulture);
}
