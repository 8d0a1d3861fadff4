using System.Text.Json;
using System.Text.Json.Nodes;
using Integral.Workflows.Activities;
using Integral.Workflows.Definitions;

namespace Integral.Workflows.Pages.Admin.Workflows;

/// <summary>The version from which somebody began to write: what they don't touch stays as it is written there, also what no form shows.</summary>
internal sealed class WrittenFlow
{
    private readonly Dictionary<string, JsonObject> activities;
    private readonly Dictionary<string, string> sources = new(StringComparer.Ordinal);
    private readonly KnownActivities known;

    /// <param name="definition">Empty of a new workflow.</param>
    /// <param name="name">Of the workflow.</param>
    /// <param name="known">All activities.</param>
    /// <param name="texts">In which its words were shown.</param>
    public WrittenFlow(JsonObject definition, string name, KnownActivities known, Texts texts)
    {
        (Graph, this.known) = (Graph.Read(definition), known);
        activities = (definition["Activities"] as JsonArray ?? []).OfType<JsonObject>().DistinctBy(a => $"{a["ActivityId"]}").ToDictionary(a => $"{a["ActivityId"]}", StringComparer.Ordinal);
        foreach (var word in Graph.Nodes.SelectMany(n => WordsOf(n).Prepend(n.Title)).Prepend(name)) sources.TryAdd(texts[word], word);
    }

    public Graph Graph { get; }

    /// <summary>As it is written; null of a new one.</summary>
    public JsonObject? Find(string? id) => id is null ? null : activities.GetValueOrDefault(id);
    public string? TitleOf(string? id) => id is null ? null : Graph.Find(id)?.Title;
    public bool IsStart(string? kind) => kind is not null && known.Find(kind)?.IsStart == true;

    /// <summary>What stands in the definition for a word that was shown in the reader's language.</summary>
    public string Source(string shown) => sources.GetValueOrDefault(shown, shown);

    private static IEnumerable<string> WordsOf(Node node) =>
        node.Said.Where(p => p.Value is JsonArray).SelectMany(p => node.Texts(p.Key)).Concat(FormField.Read(node.Said).SelectMany(f => f.Choices.Prepend(f.Label))).Concat(node.Said.Select(p => p.Value).OfType<JsonValue>().Where(v => v.GetValueKind() == JsonValueKind.String).Select(v => $"{v}"));
}
