namespace Integral.People;

/// <summary>What another system knows a person by: a number, a state's identifier, whatever that system writes.</summary>
internal static class PersonCode
{
    public const int Longest = 60;

    /// <exception cref="RuleException">It is too long or holds what no code holds.</exception>
    public static string? Checked(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var code = text.Trim();
        Rule.Require(code.Length <= Longest && !code.Any(char.IsControl), T.Say("A code has at most {0} characters and stands in one line.", Longest), "Code");
        return code;
    }
}

internal static class Birth
{
    private const int Earliest = 1900;

    /// <exception cref="RuleException">Nobody who is here was born then.</exception>
    public static DateOnly? Checked(DateOnly? day, DateOnly today)
    {
        Rule.Require(day is null || day.Value.Year >= Earliest && day <= today, T.Say("A date of birth lies between {0} and today.", Earliest), "BornOn");
        return day;
    }
}
