using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Integral.Platform.Localization;

namespace Integral.Platform.Recipes;

/// <summary>
/// The JSON of a recipe as a tree. Built here and not by <see cref="JsonNode.Parse(string, JsonNodeOptions?, JsonDocumentOptions)"/>,
/// because a tree built there has forgotten the lines that messages name.
/// </summary>
internal sealed class RecipeJson
{
    private const int MaxDepth = 64;

    // Places are kept for the head and the steps' names only: deeper ones nobody asks for, and there may be a million.
    private const int PlacesDepth = 3;

    private static readonly JsonNodeOptions IgnoringCase = new() { PropertyNameCaseInsensitive = true };

    private readonly byte[] text;
    private readonly string file;
    private readonly Dictionary<string, int> places = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="RecipeException">The text isn't JSON.</exception>
    public RecipeJson(byte[] bytes, string file)
    {
        this.file = file;
        text = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes;
        Root = Read();
    }

    public JsonNode? Root { get; }

    /// <summary>The error to throw for a value of the wrong shape.</summary>
    /// <param name="place">Path of the value, such as <c>steps[2].name</c>.</param>
    /// <param name="what">What was expected.</param>
    public RecipeException Wrong(string place, Sentence what) => At(places.GetValueOrDefault(place), what);

    private JsonNode? Read()
    {
        // One level more than allowed, so that the sentence about depth is ours.
        var reader = new Utf8JsonReader(text, new JsonReaderOptions
        {
            AllowTrailingCommas = true,
            CommentHandling = JsonCommentHandling.Skip,
            MaxDepth = MaxDepth + 1,
        });
        try
        {
            reader.Read();
            var root = Value(ref reader, "");
            reader.Read(); // throws if something follows
            return root;
        }
        catch (JsonException e)
        {
            throw At(Offset(e), T.Say("this isn't JSON. {0}", e.Message.Split(" LineNumber:")[0]));
        }
    }

    private JsonNode? Value(ref Utf8JsonReader reader, string place)
    {
        if (reader.CurrentDepth <= PlacesDepth) places.TryAdd(place, (int)reader.TokenStartIndex);
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => Object(ref reader, place),
            JsonTokenType.StartArray => Array(ref reader, place),
            JsonTokenType.String => JsonValue.Create(Text(ref reader)),
            JsonTokenType.Null => null,
            _ => JsonNode.Parse(ref reader),
        };
    }

    private JsonObject Object(ref Utf8JsonReader reader, string place)
    {
        RequireDepth(reader);
        var result = new JsonObject(IgnoringCase);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            string name = Text(ref reader);
            if (result.ContainsKey(name)) throw At((int)reader.TokenStartIndex, T.Say("the property '{0}' stands here a second time.", name));
            string inner = reader.CurrentDepth > PlacesDepth ? "" : place.Length == 0 ? name : $"{place}.{name}";
            reader.Read();
            result.Add(name, Value(ref reader, inner));
        }

        return result;
    }

    private JsonArray Array(ref Utf8JsonReader reader, string place)
    {
        RequireDepth(reader);
        var result = new JsonArray();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            result.Add(Value(ref reader, reader.CurrentDepth > PlacesDepth ? "" : $"{place}[{result.Count}]"));
        return result;
    }

    private string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw At((int)reader.TokenStartIndex, T.Say("this text isn't UTF-8, or has half of a surrogate pair in it."));
        }
    }

    private void RequireDepth(in Utf8JsonReader reader)
    {
        if (reader.CurrentDepth >= MaxDepth)
            throw At((int)reader.TokenStartIndex, T.Say("values may be nested {0} deep and no deeper.", MaxDepth));
    }

    private int Offset(JsonException e)
    {
        int start = 0;
        for (long line = e.LineNumber ?? 0; line > 0; line--) start += text.AsSpan(start).IndexOf((byte)'\n') + 1;
        return Math.Min(start + (int)(e.BytePositionInLine ?? 0), text.Length);
    }

    private RecipeException At(int offset, Sentence what)
    {
        var before = text.AsSpan(0, offset);
        int line = before.Count((byte)'\n') + 1;
        // In characters, as an editor counts, not in bytes: Cyrillic takes two.
        int position = Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1;
        return new(T.Say("{0}, line {1}, position {2}: {3}", file, line, position, what));
    }
}
