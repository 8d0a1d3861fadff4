using System.Text.RegularExpressions;

namespace Integral.People;

/// <summary>A name as papers write it. Not everybody has a patronymic, and some have one name only.</summary>
internal sealed partial record PersonName(string Family, string Given, string? Patronymic)
{
    public const int Longest = 100;

    /// <summary>«Петренко Олена Ігорівна»: family name, given name, and what follows is the patronymic.</summary>
    public static PersonName Parse(string line)
    {
        var words = Spaces().Split(line.Trim());
        return new(words[0], words.Length > 1 ? words[1] : "", words.Length > 2 ? string.Join(' ', words[2..]) : null);
    }

    /// <exception cref="RuleException">A part is missing, too long or holds what no name holds.</exception>
    public PersonName Checked()
    {
        var name = new PersonName(Tidy(Family), Tidy(Given), Tidy(Patronymic) is { Length: > 0 } patronymic ? patronymic : null);
        Rule.Require(name.Family.Length > 0, "A person needs a family name.", "FamilyName");
        foreach (var (part, field) in new[] { (name.Family, "FamilyName"), (name.Given, "GivenName"), (name.Patronymic ?? "", "Patronymic") })
        {
            Rule.Require(part.Length <= Longest, T.Say("A name has at most {0} characters.", Longest), field);
            Rule.Require(!part.Any(c => char.IsControl(c) || c is '<' or '>' or '@'), "A name can't contain such characters.", field);
        }
        return name;
    }

    /// <summary>How the screen greets: given name first.</summary>
    public string Greeting => $"{Given} {Family}".Trim();

    public override string ToString() => string.Join(' ', new[] { Family, Given, Patronymic }.Where(part => !string.IsNullOrEmpty(part)));

    private static string Tidy(string? part) => Spaces().Replace((part ?? "").Trim().Normalize(), " ");

    [GeneratedRegex(@"\s+")] private static partial Regex Spaces();
}
