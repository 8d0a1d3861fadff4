using System.Text.RegularExpressions;
using Integral.Communication.Contracts;
using Integral.Platform.Audit;

namespace Integral.Communication;

/// <summary>The institution's own text of a kind of notices in one language, in place of the delivered one.</summary>
[Audited]
internal sealed partial class NoticeText
{
    public const int LongestSubject = 200, LongestText = 2000;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required string Kind { get; init; }
    public required string Culture { get; init; }
    public string Subject { get; private set; } = "";
    public string Text { get; private set; } = "";
    public int Version { get; private set; } = 1;

    /// <exception cref="RuleException">It is empty or too long, or names what the kind doesn't tell.</exception>
    public void Say(NoticeKind kind, string subject, string text)
    {
        Check(kind, subject, text);
        (Subject, Text) = (subject.Trim(), text.Trim());
        Version++;
    }

    /// <exception cref="RuleException">It is empty or too long, or names what the kind doesn't tell.</exception>
    public static void Check(NoticeKind kind, string subject, string text)
    {
        Rule.Require(subject.Trim().Length is > 0 and <= LongestSubject, T.Say("From 1 to {0} characters.", LongestSubject), nameof(Subject));
        Rule.Require(text.Trim().Length is > 0 and <= LongestText, T.Say("From 1 to {0} characters.", LongestText), nameof(Text));
        Rule.Require(!subject.Trim().Any(char.IsControl), "This is one line.", nameof(Subject));
        foreach (var (said, field) in new[] { (subject, nameof(Subject)), (text, nameof(Text)) })
            if (Names().Matches(said).Select(m => m.Groups[1].Value).FirstOrDefault(n => kind.Values.All(v => v.Name != n)) is { } unknown)
                throw new RuleException(T.Say("There is no '{0}' in this notice. There are: {1}.", unknown, string.Join(", ", kind.Values.Select(v => $"{{{v.Name}}}"))), field);
    }

    /// <summary>Puts the values where their names stand. They are words, whatever stands in them.</summary>
    public static string Fill(string text, Func<string, string?> value) => Names().Replace(text, m => value(m.Groups[1].Value) ?? "");

    [GeneratedRegex(@"\{([^{}\r\n]*)\}")]
    private static partial Regex Names();
}
