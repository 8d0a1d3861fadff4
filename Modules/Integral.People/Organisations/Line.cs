namespace Integral.People.Organisations;

/// <summary>What is typed into one field; null where that is nothing.</summary>
internal static class Line
{
    /// <exception cref="RuleException">It is too long, or no text.</exception>
    public static string? Of(string? text, int most, string field)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var line = text.Trim();
        Rule.Require(line.Length <= most, T.Say("At most {0} characters.", most), field);
        Rule.Require(!line.Any(char.IsControl), "There can't be such characters here.", field);
        return line;
    }

    /// <summary>The same with paragraphs.</summary>
    public static string? Several(string? text, int most, string field)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var lines = text.Trim().ReplaceLineEndings("\n");
        Rule.Require(lines.Length <= most, T.Say("At most {0} characters.", most), field);
        return lines;
    }
}
