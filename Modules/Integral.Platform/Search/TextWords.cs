namespace Integral.Platform.Search;

/// <summary>A word of a text, and where it stands there.</summary>
internal readonly record struct TextWord(int Start, int Length, string Folded)
{
    /// <summary>How number and letters are joined that follow it: «112-о» is 112 and 112о.</summary>
    public string? Joined { get; init; }
}

/// <summary>Finds the words of a text: runs of letters and digits. Everything else parts them.</summary>
internal static class TextWords
{
    private const int Longest = 40, LongestJoined = 12;

    public static IEnumerable<TextWord> Of(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                at++;
                continue;
            }
            var start = at;
            at = End(text, at);
            var folded = Folding.Fold(text.AsSpan(start, Math.Min(at - start, Longest)));
            yield return new(start, at - start, folded) { Joined = Joined(text, folded, at) };
        }
    }

    private static int End(string text, int at)
    {
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || IsWithin(text, at))) at++;
        return at;
    }

    // An apostrophe between letters, as in об'єднання, and an accent put above a letter.
    private static bool IsWithin(string text, int at) =>
        Folding.IsApostrophe(text[at]) && at > 0 && char.IsLetter(text[at - 1]) && at + 1 < text.Length && char.IsLetter(text[at + 1]);

    private static string? Joined(string text, string folded, int at)
    {
        if (at + 1 >= text.Length || text[at] is not ('-' or '/' or '.') || !char.IsAsciiDigit(folded[0]) || !char.IsLetterOrDigit(text[at + 1])) return null;
        var end = End(text, at + 1);
        return end - at > LongestJoined ? null : folded + Folding.Fold(text.AsSpan(at + 1, end - at - 1));
    }
}
