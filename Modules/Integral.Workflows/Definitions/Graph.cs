using System.Text.Json.Nodes;

namespace Integral.Workflows.Definitions;

/// <summary>The definition of a workflow, read. It doesn't change any more: a running case keeps the version it began with.</summary>
internal sealed class Graph
{
    private readonly Dictionary<string, Node> nodes;
    private readonly ILookup<(string From, string Outcome), string> next;

    public Graph(IEnumerable<Node> nodes, IEnumerable<Transition> transitions)
    {
        IReadOnlyList<Node> all = [.. nodes];
        Doubled = [.. all.GroupBy(n => n.Id).Where(g => g.Count() > 1).Select(g => g.First())];
        this.nodes = all.DistinctBy(n => n.Id).ToDictionary(n => n.Id, StringComparer.Ordinal);
        Transitions = [.. transitions.Distinct()];      // twice the same way would be two decisions
        next = Transitions.ToLookup(t => (t.From, t.Outcome), t => t.To);
    }

    public IReadOnlyCollection<Node> Nodes => nodes.Values;
    public IReadOnlyList<Transition> Transitions { get; }

    /// <summary>Steps whose id others have too.</summary>
    public IReadOnlyList<Node> Doubled { get; }
    public Node? Find(string id) => nodes.GetValueOrDefault(id);

    /// <summary>Where to from here; nothing where the path ends.</summary>
    public IEnumerable<string> After(string id, string outcome) => next[(id, outcome)];

    /// <summary>By which outcomes something follows, in the order of the definition.</summary>
    public IEnumerable<string> OutcomesOf(string id) => Transitions.Where(t => t.From == id).Select(t => t.Outcome).Distinct();

    /// <summary>Of Orchard's JSON of a workflow type, as it is stored or stands in a recipe.</summary>
    public static Graph Read(JsonObject type) => new(
        Objects(type, "Activities").Select(a => new Node($"{a["ActivityId"]}", $"{a["Name"]}", Title(a), IsTrue(a["IsStart"]), a["Properties"] as JsonObject ?? [])),
        Objects(type, "Transitions").Select(t => new Transition($"{t["SourceActivityId"]}", $"{t["SourceOutcomeName"]}", $"{t["DestinationActivityId"]}")));

    public static Graph Read(string definition) => Read(JsonNode.Parse(definition)!.AsObject());

    private static IEnumerable<JsonObject> Objects(JsonObject type, string list) => (type[list] as JsonArray ?? []).OfType<JsonObject>();
    private static bool IsTrue(JsonNode? said) => bool.TryParse($"{said}", out var yes) && yes;

    // Tasks and history keep it: what is longer is cut.
    private static string Title(JsonObject activity)
    {
        var title = (activity["Properties"] as JsonObject)?["ActivityMetadata"] is JsonObject about && $"{about["Title"]}" is { Length: > 0 } said ? said : $"{activity["Name"]}";
        return title.Length > Node.LongestTitle ? title[..Node.LongestTitle] : title;
    }
}
