using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Integral.Platform.Localization;

namespace Integral.Platform.Recipes;

/// <summary>
/// Evaluates the script values of one run of a recipe: <c>[js: …]</c>, <c>[file:text('…')]</c> and <c>[file:base64('…')]</c>.
/// What can't be evaluated becomes the empty text and a problem. Not for several threads at once.
/// </summary>
/// <remarks>
/// One pair of brackets is taken off, so <c>[js: 'a]']</c> works. A result that itself looks like a script value is left as it is
/// (Orchard evaluates it again): it may be a parameter, and a person who names a school must not be able to name a file.
/// </remarks>
public sealed class RecipeValues
{
    private const int MaxProblems = 1000;
    private const int MaxChain = 32;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);
    private static readonly RecipeStep Outside = new(0, "", []);

    private readonly RecipeFile file;
    private readonly Script script;
    private readonly List<RecipeProblem> problems = [];
    private readonly Dictionary<string, string> variables = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> chain = [];

    /// <param name="file">The recipe whose variables and files the values name.</param>
    /// <param name="parameters">What <c>parameters('…')</c> gives.</param>
    /// <param name="configuration">What <c>configuration('…')</c> gives: the value of an allowed key, null for every other. It decides what recipes may see, so never secrets.</param>
    /// <param name="clock">What <c>new Date()</c> reads.</param>
    /// <param name="urlPrefix">What <c>getUrlPrefix()</c> gives: <c>/school-1</c>, or empty at the root.</param>
    public RecipeValues(RecipeFile file, IReadOnlyDictionary<string, string> parameters, Func<string, string?> configuration, TimeProvider clock, string urlPrefix)
    {
        this.file = file;
        script = new(parameters, Variable, configuration, clock, urlPrefix);
    }

    /// <summary>What couldn't be evaluated so far, in order, at most a thousand.</summary>
    public IReadOnlyList<RecipeProblem> Problems => problems;

    /// <summary>The step with its values evaluated; the given one stays as it is.</summary>
    public RecipeStep Evaluate(RecipeStep step) =>
        step with { Body = (JsonObject)Evaluated(step.Body, new(step, null, ""))! };

    /// <summary>The same for a value that belongs to no step.</summary>
    public JsonNode? Evaluate(JsonNode? node) => Evaluated(node, new(Outside, null, ""));

    private JsonNode? Evaluated(JsonNode? node, Place place) => node switch
    {
        JsonObject values => new JsonObject(values.Select(v => KeyValuePair.Create(v.Key, Evaluated(v.Value, place.Property(v.Key)))), values.Options),
        JsonArray values => new JsonArray([.. values.Select((v, i) => Evaluated(v, place.Item(i)))]),
        not null when node.GetValueKind() == JsonValueKind.String => JsonValue.Create(Evaluated(node.GetValue<string>(), place)),
        _ => node?.DeepClone(),
    };

    private string Evaluated(string text, Place place)
    {
        if (ScriptText.Engine(text) is not { } engine) return text;
        try
        {
            string code = text[(engine.Length + 2)..^1];
            return engine switch
            {
                "js" => script.Value(ExpressionReader.Read(code)),
                "file" => script.Counted(FromFile(code)),
                _ => throw new RecipeException(T.Say("There is no script engine '{0}'.", engine)),
            };
        }
        catch (RecipeException e)
        {
            if (problems.Count < MaxProblems) problems.Add(new(file.File, place.Step.Name, place.Step.Index, place.ToString(), e.Sentence));
            return "";
        }
    }

    private string FromFile(string code)
    {
        if (ExpressionReader.Read(code) is not Expression.Call { Name: "text" or "base64", Arguments: [Expression.Literal path] } call)
            throw new RecipeException(T.Say("This expression can't be read: {0}", code.Trim()));
        byte[] bytes = file.ReadBytes(path.Text);
        if (call.Name == "base64") return Convert.ToBase64String(bytes);
        try
        {
            return StrictUtf8.GetString(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsSpan(3) : bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new RecipeException(T.Say("The file '{0}' isn't text in UTF-8.", path.Text));
        }
    }

    /// <summary>A variable's value: evaluated at its first use, then the same wherever it is named. A problem in it is told once, where it stands.</summary>
    private string Variable(string name)
    {
        if (variables.TryGetValue(name, out string? known)) return known;
        if (!file.Variables.TryGetPropertyValue(name, out var node)) throw new RecipeException(T.Say("There is no variable '{0}'.", name));
        if (chain.Contains(name, StringComparer.OrdinalIgnoreCase))
            throw new RecipeException(T.Say("These variables need one another: {0}", string.Join(", ", [.. chain, name])));
        if (node is not (null or JsonValue)) throw new RecipeException(T.Say("The variable '{0}' isn't text.", name));
        if (chain.Count == MaxChain) throw new RecipeException(T.Say("More than {0} variables hang on one another.", MaxChain));

        chain.Add(name);
        string value = node is null ? "" : Evaluated(node.ToString(), new Place(Outside, null, "variables").Property(name));
        chain.RemoveAt(chain.Count - 1);
        return variables[name] = value;
    }
}
