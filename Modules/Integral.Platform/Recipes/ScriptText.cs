using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Integral.Platform.Recipes;

/// <summary>Which texts of a recipe are evaluated, and how to write one that isn't meant to be.</summary>
internal static class ScriptText
{
    /// <summary>What stands before the first colon, if the text is a script value. <c>[locale en]…[/locale]</c> isn't: only letters may stand there.</summary>
    public static string? Engine(string text)
    {
        if (!text.StartsWith('[') || !text.EndsWith(']')) return null;
        int colon = text.IndexOf(':');
        return colon > 1 && text[1..colon].All(char.IsAsciiLetter) ? text[1..colon] : null;
    }

    /// <summary>The value as a recipe must say it so that reading gives the value again: somebody's text may look like a script.</summary>
    public static JsonNode? Quoted(JsonNode? node) => node switch
    {
        JsonObject values => new JsonObject(values.Select(v => KeyValuePair.Create(v.Key, Quoted(v.Value)))),
        JsonArray values => new JsonArray([.. values.Select(Quoted)]),
        not null when node.GetValueKind() == JsonValueKind.String && node.GetValue<string>() is var text && Engine(text) is not null => $"[js: {Literal(text)}]",
        _ => node?.DeepClone(),
    };

    private static string Literal(string text)
    {
        var literal = new StringBuilder("'");
        foreach (char c in text)
        {
            if (c is '\\' or '\'') literal.Append('\\').Append(c);
            else if (c is '\n' or '\r') literal.Append(c == '\n' ? "\\n" : "\\r");
            else literal.Append(c);
        }
        return literal.Append('\'').ToString();
    }
}
