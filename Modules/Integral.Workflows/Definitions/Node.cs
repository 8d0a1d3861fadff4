using System.Globalization;
using System.Text.Json.Nodes;

namespace Integral.Workflows.Definitions;

/// <summary>A step as it stands in a definition.</summary>
/// <param name="Kind">Name of its activity: what it does.</param>
/// <param name="Said">Its properties.</param>
internal sealed record Node(string Id, string Kind, string Title, bool IsStart, JsonObject Said)
{
    public const int LongestTitle = 200;

    /// <summary>Texts of a list among the properties.</summary>
    public static IReadOnlyList<string> Texts(JsonObject said, string name) => [.. (said[name] as JsonArray ?? []).OfType<JsonValue>().Select(v => $"{v}".Trim()).Where(t => t.Length > 0)];

    public IReadOnlyList<string> Texts(string name) => Texts(Said, name);

    /// <summary>Ids of a list among the properties; what is none is left out.</summary>
    public static IReadOnlyList<Guid> Ids(JsonObject said, string name) => [.. Texts(said, name).Select(t => Guid.TryParse(t, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct()];

    public IReadOnlyList<Guid> Ids(string name) => Ids(Said, name);

    /// <summary>A whole number among the properties; null where it isn't one.</summary>
    public static int? Number(JsonObject said, string name) => int.TryParse($"{said[name]}", NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public int? Number(string name) => Number(Said, name);
}

/// <summary>Where a case goes from a step that ended in an outcome.</summary>
internal sealed record Transition(string From, string Outcome, string To);
