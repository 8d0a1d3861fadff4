using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Integral.Tests.Localization;

/// <summary>Reads what stands between brackets in C#, as far as finding texts needs it.</summary>
internal static partial class CodeArguments
{
    /// <summary>The source without its comments; what is left keeps its place.</summary>
    public static string WithoutComments(string code, bool isRazor) =>
        (isRazor ? RazorComment() : StringOrComment()).Replace(code, m => m.Value[0] is '/' or '@' && !m.Value.StartsWith("@\"", StringComparison.Ordinal)
            ? NotNewline().Replace(m.Value, " ") : m.Value);

    /// <summary>The arguments from here up to the bracket (or semicolon) that ends them, and where that is.</summary>
    public static (List<string> Arguments, int End) Read(string code, int start)
    {
        var arguments = new List<string>();
        var (depth, from, at) = (0, start, start);
        for (; at < code.Length && (depth > 0 || code[at] is not (')' or ']' or '}' or ';')); at++)
        {
            if (AnyLiteral().Match(code, at) is { Success: true } literal) at += literal.Length - 1;
            else if (code[at] is '(' or '[' or '{') depth++;
            else if (code[at] is ')' or ']' or '}') depth--;
            else if (code[at] == ',' && depth == 0)
            {
                arguments.Add(code[from..at].Trim());
                from = at + 1;
            }
        }
        return ([.. arguments, code[from..at].Trim()], at);
    }

    /// <summary>The texts an argument may be: its literal, joined over every +, or those of its ?: branches.</summary>
    public static IEnumerable<string> Texts(string argument)
    {
        if (Joined().Match(argument) is { Success: true } whole) return [Join(whole)];
        return Branch().Matches(argument).Select(Join);
    }

    private static string Join(Match literals) => string.Concat(literals.Groups["s"].Captures.Select(c => Value(c.Value)));

    private static string Value(string literal) =>
        literal[0] == '@' ? literal[2..^1].Replace("\"\"", "\"", StringComparison.Ordinal)
        : literal.StartsWith("\"\"\"", StringComparison.Ordinal) ? literal.Trim('"')
        : Escape().Replace(literal[1..^1], m => Unescape(m.Value));

    private static string Unescape(string escape) => escape[1] switch
    {
        'n' => "\n",
        't' => "\t",
        'r' => "\r",
        'u' => ((char)ushort.Parse(escape.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString(),
        var other => other.ToString(),
    };

    /// <summary>A text as PO writes it.</summary>
    public static string Quote(string text) =>
        new StringBuilder(text).Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n").Replace("\t", "\\t").Replace("\r", "\\r")
            .Insert(0, '"').Append('"').ToString();

    private const string Literal = """
        (?:\"{3}(?!\")[^\n]+?\"{3}|@"(?:[^"]|"")*"|"(?:\\.|[^"\\\n])*")
        """;
    private const string Literals = $@"(?<s>{Literal})(?:\s*\+\s*(?<s>{Literal}))*";

    [GeneratedRegex($@"\A{Literals}\z")]
    private static partial Regex Joined();

    [GeneratedRegex($@"(?<=[?:]\s*|=>\s*){Literals}(?=\s*(?:[:,)}}]|\z))")]
    private static partial Regex Branch();

    [GeneratedRegex($@"\G(?:\$?{Literal}|'(?:\\.|[^'\\\n])'|'\\u[0-9a-fA-F]{{4}}')")]
    private static partial Regex AnyLiteral();

    [GeneratedRegex($@"{Literal}|'(?:\\.|[^'\\\n])'|//[^\n]*|/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex StringOrComment();

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex RazorComment();

    [GeneratedRegex(@"[^\n]")]
    private static partial Regex NotNewline();

    [GeneratedRegex(@"\\(?:u[0-9a-fA-F]{4}|.)")]
    private static partial Regex Escape();
}
