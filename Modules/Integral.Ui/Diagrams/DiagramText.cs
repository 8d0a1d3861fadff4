namespace Integral.Ui.Diagrams;

/// <summary>Breaks texts into lines: a drawing doesn't do it by itself.</summary>
internal static class DiagramText
{
    /// <summary>What a letter of a title takes, somewhat more than the usual.</summary>
    public const double Letter = 7.8, SmallLetter = 6.9;

    /// <param name="text">Any.</param>
    /// <param name="letters">In a line.</param>
    /// <param name="most">So many lines; what is longer ends in dots.</param>
    public static IReadOnlyList<string> Lines(string text, int letters, int most)
    {
        List<string> lines = [];
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(w => w.Chunk(letters).Select(c => new string(c))))
        {
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= letters) lines[^1] += $" {word}";
            else lines.Add(word);
        }
        if (lines.Count <= most) return lines;
        var last = lines[most - 1];
        return [.. lines.Take(most - 1), $"{(last.Length < letters ? last : last[..(letters - 1)])}…"];
    }
}
