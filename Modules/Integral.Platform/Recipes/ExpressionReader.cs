using System.Globalization;
using System.Text;
using Integral.Platform.Localization;

namespace Integral.Platform.Recipes;

/// <summary>
/// Reads the part of JavaScript that recipes use: text in quotes, calls, and <c>+</c> between them.
/// Of 657 expressions in 89 recipes one script, in three versions of one recipe, needs more.
/// </summary>
internal sealed class ExpressionReader
{
    /// <summary>The one expression with a dot in it is read as a call of this name.</summary>
    public const string Now = "new Date().toISOString";

    // Deeper than anyone writes and far from the end of the stack.
    private const int MaxDepth = 32;
    private const int QuotedLength = 100;

    private readonly string text;
    private int at;

    private ExpressionReader(string text) => this.text = text;

    /// <exception cref="RecipeException">The text is no such expression.</exception>
    public static Expression Read(string text)
    {
        var reader = new ExpressionReader(text);
        var expression = reader.Sum(0);
        return reader.at == text.Length ? expression : throw reader.Unreadable();
    }

    private Expression Sum(int depth)
    {
        if (depth > MaxDepth) throw Unreadable();
        List<Expression> terms = [Term(depth)];
        while (Takes('+')) terms.Add(Term(depth));
        return terms.Count == 1 ? terms[0] : new Expression.Sum(terms);
    }

    private Expression Term(int depth)
    {
        SkipSpace();
        if (at < text.Length && text[at] is '\'' or '"') return Literal(text[at++]);
        string name = Word();
        if (name == "new") return Date();
        Require('(');
        List<Expression> arguments = [];
        if (Takes(')')) return new Expression.Call(name, arguments);
        do arguments.Add(Sum(depth + 1));
        while (Takes(','));
        Require(')');
        return new Expression.Call(name, arguments);
    }

    private Expression.Call Date()
    {
        if (Word() != "Date") throw Unreadable();
        Require('(');
        Require(')');
        Require('.');
        if (Word() != "toISOString") throw Unreadable();
        Require('(');
        Require(')');
        return new(Now, []);
    }

    private Expression.Literal Literal(char quote)
    {
        var result = new StringBuilder();
        while (at < text.Length && text[at] is not ('\n' or '\r'))
        {
            char c = text[at++];
            if (c == quote)
            {
                SkipSpace();
                return new(result.ToString());
            }

            result.Append(c == '\\' ? Escaped() : c);
        }

        throw Unreadable();
    }

    private char Escaped() => at == text.Length ? throw Unreadable() : text[at++] switch
    {
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'u' => Unicode(),
        var c when !char.IsAsciiLetterOrDigit(c) => c,
        _ => throw Unreadable(),
    };

    private char Unicode()
    {
        if (at + 4 > text.Length || !ushort.TryParse(text.AsSpan(at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code))
            throw Unreadable();
        at += 4;
        return (char)code;
    }

    private string Word()
    {
        SkipSpace();
        int start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_')) at++;
        string word = text[start..at];
        SkipSpace();
        return word.Length > 0 ? word : throw Unreadable();
    }

    private void Require(char c)
    {
        if (!Takes(c)) throw Unreadable();
    }

    private bool Takes(char c)
    {
        SkipSpace();
        if (at == text.Length || text[at] != c) return false;
        at++;
        SkipSpace();
        return true;
    }

    private void SkipSpace()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
    }

    private RecipeException Unreadable()
    {
        string whole = text.Trim();
        return new(T.Say("This expression can't be read: {0}", whole.Length > QuotedLength ? whole[..QuotedLength] + "…" : whole));
    }
}
