using System.Globalization;
using System.Net;
using System.Text;
using Integral.Platform.Localization;

namespace Integral.Platform.Recipes;

/// <summary>The functions that expressions may call, and no others.</summary>
internal sealed class Script(
    IReadOnlyDictionary<string, string> parameters, Func<string, string> variables, Func<string, string?> configuration, TimeProvider clock, string urlPrefix)
{
    // A variable that repeats a variable that repeats a variable is a short way to fill the memory.
    private const long MaxCharacters = 100_000_000;

    // What encodeURI leaves alone, apart from letters and digits.
    private const string UriMarks = ";,/?:@&=+$-_.!~*'()#";

    private long produced;

    /// <exception cref="RecipeException">The expression calls something that isn't there, or makes too much.</exception>
    public string Value(Expression expression) => Counted(expression switch
    {
        Expression.Literal literal => literal.Text,
        Expression.Sum sum => string.Concat(sum.Terms.Select(Value)),
        Expression.Call call => Result(call),
        _ => throw new ArgumentException("An expression of an unknown kind.", nameof(expression)),
    });

    /// <exception cref="RecipeException">This would be more text than a recipe may make.</exception>
    public string Counted(string text) =>
        (produced += text.Length) <= MaxCharacters ? text : throw new RecipeException(T.Say("The values of this recipe take more than {0} million characters.", MaxCharacters / 1_000_000));

    private string Result(Expression.Call call)
    {
        string Argument(int i) => Value(call.Arguments[i]);
        return (call.Name, call.Arguments.Count) switch
        {
            ("uuid", 0) => UniqueId.New(),
            (ExpressionReader.Now, 0) => clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            ("parameters", 1) => Parameter(Argument(0)),
            ("variables", 1) => variables(Argument(0)),
            ("configuration", 1) => configuration(Argument(0)) ?? "",
            ("configuration", 2) => configuration(Argument(0)) ?? Argument(1),
            ("getUrlPrefix", 0) => urlPrefix,
            ("getUrlPrefix", 1) => UnderPrefix(Argument(0)),
            ("encodeURI", 1) => EncodeUri(Argument(0)),
            ("base64", 1) => FromBase64(Argument(0)),
            ("html", 1) => WebUtility.HtmlDecode(Argument(0)),
            ("createWorkflowToken" or "gzip", _) => throw new RecipeException(T.Say("The function '{0}' isn't supported.", call.Name)),
            _ => throw new RecipeException(T.Say("This expression can't be read: there is no function '{0}' that takes {1} values.", call.Name, call.Arguments.Count)),
        };
    }

    private string Parameter(string name) =>
        parameters.TryGetValue(name, out string? value) ? value : throw new RecipeException(T.Say("There is no parameter '{0}'.", name));

    private string UnderPrefix(string path) => path.Length == 0 || path[0] == '/' ? urlPrefix + path : $"{urlPrefix}/{path}";

    private static string EncodeUri(string text)
    {
        var result = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || UriMarks.Contains((char)rune.Value))) result.Append(rune);
            else result.Append(Uri.EscapeDataString(rune.ToString()));
        }

        return result.ToString();
    }

    /// <summary>Decodes, as Orchard does, though the name says otherwise.</summary>
    private static string FromBase64(string text)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(text));
        }
        catch (FormatException)
        {
            throw new RecipeException(T.Say("The text given to base64 isn't base64."));
        }
    }
}
