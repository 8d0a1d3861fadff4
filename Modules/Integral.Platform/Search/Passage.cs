namespace Integral.Platform.Search;

/// <summary>A piece of a text; whoever shows it encodes it.</summary>
public sealed record PassagePart(string Text, bool IsFound);

/// <summary>The piece of a text in which most of what was looked for stands together.</summary>
public sealed record Passage(IReadOnlyList<PassagePart> Parts)
{
    private const int Longest = 220, Before = 60, MostRead = 20_000;

    internal static Passage Of(string text, IReadOnlySet<string> terms, Analyser analyser)
    {
        var read = text.Length <= MostRead ? text : text[..MostRead];
        var found = analyser.Read(read).Where(w => terms.Contains(w.Term)).DistinctBy(w => w.Start).ToList();
        var start = found.Count == 0 ? 0 : BeginningOf(read, Math.Max(0, Best(found) - Before));
        var end = EndOf(read, Math.Min(read.Length, start + Longest));
        return new([.. PartsOf(read, start, end, found, text.Length)]);
    }

    private static int Best(List<Analysed> found)
    {
        var (best, most) = (found[0].Start, 0);
        for (var (from, to) = (0, 0); from < found.Count; from++)
        {
            while (to < found.Count && found[to].Start - found[from].Start < Longest - Before) to++;
            var different = found[from..to].DistinctBy(w => w.Term).Count();
            if (different > most) (best, most) = (found[from].Start, different);
        }
        return best;
    }

    private static IEnumerable<PassagePart> PartsOf(string text, int start, int end, List<Analysed> found, int whole)
    {
        var at = start;
        if (start > 0) yield return new("… ", false);
        foreach (var word in found.Where(w => w.Start >= start && w.Start + w.Length <= end))
        {
            if (word.Start > at) yield return new(text[at..word.Start], false);
            yield return new(text.Substring(word.Start, word.Length), true);
            at = word.Start + word.Length;
        }
        if (at < end) yield return new(text[at..end], false);
        if (end < whole) yield return new(" …", false);
    }

    private static int BeginningOf(string text, int at) => at == 0 ? 0 : text.IndexOf(' ', at) is >= 0 and var space ? space + 1 : at;
    private static int EndOf(string text, int at) => at >= text.Length ? text.Length : text.LastIndexOf(' ', at) is > 0 and var space ? space : at;
}
