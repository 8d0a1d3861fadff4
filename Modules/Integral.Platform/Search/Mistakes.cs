namespace Integral.Platform.Search;

/// <summary>Words that differ from another by a slip of the finger.</summary>
public static class Mistakes
{
    private const string Latin = "abcdefghijklmnopqrstuvwxyz", Cyrillic = "абвгдежзийклмнопрстуфхцчшщъыьэюяіїєәғқңөұүһ";

    /// <summary>All words that one letter more, less, other or changed with its neighbour makes of it.</summary>
    public static HashSet<string> Around(string word)
    {
        var letters = word.Any(char.IsAsciiLetter) ? Latin : Cyrillic;
        var around = new HashSet<string>();
        for (var at = 0; at <= word.Length; at++)
        {
            foreach (var letter in letters)
            {
                around.Add($"{word[..at]}{letter}{word[at..]}");
                if (at < word.Length) around.Add($"{word[..at]}{letter}{word[(at + 1)..]}");
            }
            if (at < word.Length) around.Add(word.Remove(at, 1));
            if (at + 1 < word.Length) around.Add($"{word[..at]}{word[at + 1]}{word[at]}{word[(at + 2)..]}");
        }
        around.Remove(word);
        return around;
    }

    /// <summary>How many letters must be put in, taken out, replaced or changed with a neighbour; one more than <paramref name="most"/> where it is more.</summary>
    public static int Between(string one, string other, int most)
    {
        if (Math.Abs(one.Length - other.Length) > most) return most + 1;
        int[] before = [], last = [.. Enumerable.Range(0, other.Length + 1)];
        for (var i = 1; i <= one.Length; i++)
        {
            var row = new int[other.Length + 1];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                row[j] = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) row[j] = Math.Min(row[j], before[j - 2] + 1);
            }
            (before, last) = (last, row);
        }
        return Math.Min(last[^1], most + 1);
    }
}
