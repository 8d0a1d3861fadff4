using System.Text.RegularExpressions;

namespace Integral.Programs;

/// <summary>What people type, tidied and held to its length.</summary>
internal static partial class Written
{
    /// <summary>A name on one line, without which there is nothing.</summary>
    /// <exception cref="RuleException">It is empty or too long.</exception>
    public static string Name(string typed, int most, Sentence needed, string field)
    {
        var name = Tidy(typed);
        Rule.Require(name.Length > 0 && name.Length <= most, needed, field);
        return name;
    }

    /// <summary>As names are kept: on one line, with single spaces.</summary>
    public static string Tidy(string typed) => Spaces().Replace(typed.Trim(), " ");

    /// <exception cref="RuleException">It is too long.</exception>
    public static string Text(string typed, int most, string field)
    {
        var text = typed.Trim().ReplaceLineEndings("\n");
        Rule.Require(text.Length <= most, T.Say("At most {0} characters.", most), field);
        return text;
    }

    [GeneratedRegex(@"\s+")] private static partial Regex Spaces();
}
