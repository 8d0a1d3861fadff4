namespace Integral.Content.Definitions;

/// <summary>Technical names of types and fields, made of their titles once: «Срок подачи» gives SrokPodachi.</summary>
internal static class TypeNames
{
    private const int Longest = 60;

    /// <param name="title">Whatever somebody called it.</param>
    /// <param name="otherwise">Stands before a title that gives no name by itself.</param>
    /// <param name="isTaken">Tells of a name that it can't be had.</param>
    public static string Free(string title, string otherwise, Func<string, bool> isTaken)
    {
        var words = Transliteration.Slug(title, Longest).Split('-', StringSplitOptions.RemoveEmptyEntries);
        var name = string.Concat(words.Select(w => $"{char.ToUpperInvariant(w[0])}{w[1..]}"));
        if (name.Length == 0 || char.IsAsciiDigit(name[0])) name = otherwise + name;
        return Enumerable.Range(1, 1000).Select(n => n == 1 ? name : $"{name}{n}").First(n => !isTaken(n));
    }
}
