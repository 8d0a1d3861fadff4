namespace Integral.Applications.Forms;

/// <summary>A text in the languages in which somebody has written it: its words by two letters. One is enough: whoever reads another gets that one.</summary>
internal static class Worded
{
    public static IReadOnlyDictionary<string, string> Nothing { get; } = new Dictionary<string, string>();

    /// <summary>Without what is empty and what is around the words, in the order of the languages.</summary>
    public static IReadOnlyDictionary<string, string> Tidied(this IReadOnlyDictionary<string, string> said) =>
        Texts.Cultures.Where(c => !string.IsNullOrWhiteSpace(said.GetValueOrDefault(c))).ToDictionary(c => c, c => said[c].Trim().ReplaceLineEndings("\n"));

    /// <summary>In that language; else in the institution's own, else in any; empty where nobody has said it.</summary>
    public static string In(this IReadOnlyDictionary<string, string> said, string culture, string own) =>
        said.GetValueOrDefault(culture) ?? said.GetValueOrDefault(own) ?? said.Values.FirstOrDefault() ?? "";

    /// <exception cref="RuleException">A language isn't one of ours, or a text is too long.</exception>
    public static void Check(this IReadOnlyDictionary<string, string> said, int longest, string field)
    {
        var other = said.Keys.FirstOrDefault(c => !Texts.Cultures.Contains(c));
        Rule.Require(other is null, T.Say("There is no language '{0}' here. There are: {1}.", $"{other}", string.Join(", ", Texts.Cultures)), field);
        Rule.Require(said.Values.All(t => t.Length <= longest), T.Say("At most {0} characters.", longest), field);
    }
}
