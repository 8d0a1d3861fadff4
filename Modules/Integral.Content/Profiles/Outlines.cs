using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Integral.Platform.Recipes;
using Integral.Ui.Maps;

namespace Integral.Content.Profiles;

/// <summary>The border of the land on which the institutions stand, drawn under their map: GeoJSON in the settings object <c>Map</c>.</summary>
internal static class Outlines
{
    public const string Setting = "Map", Outline = "Outline";
    private const int MostPlaces = 5000, Deepest = 8;

    /// <summary>Nothing where there is none, or none that can be read.</summary>
    public static IReadOnlyList<IReadOnlyList<MapPlace>> Of(JsonObject? said) => said?.Find(Outline) is { } json && Rings(json, Deepest) is { Count: > 0 } rings && rings.Sum(r => r.Count) <= MostPlaces ? rings : [];

    /// <summary>What is wrong with the object in a recipe: the place and a sentence.</summary>
    public static IEnumerable<(string Place, Sentence What)> ProblemsOf(JsonObject said)
    {
        if (said.Find(Outline) is not null && Of(said).Count == 0) yield return (Outline, T.Say("An outline is GeoJSON with polygons of at most {0} points in all.", MostPlaces));
    }

    // Polygons at any depth of features and collections.
    private static List<IReadOnlyList<MapPlace>> Rings(JsonNode json, int depth) => json is not JsonObject said || depth == 0 ? [] : said.Text("type") switch
    {
        "Polygon" => Polygon(said.Find("coordinates")),
        "MultiPolygon" => [.. Each(said.Find("coordinates")).SelectMany(Polygon)],
        "Feature" => said.Find("geometry") is { } geometry ? Rings(geometry, depth - 1) : [],
        "FeatureCollection" => [.. Each(said.Find("features")).OfType<JsonObject>().SelectMany(f => Rings(f, depth - 1))],
        "GeometryCollection" => [.. Each(said.Find("geometries")).OfType<JsonObject>().SelectMany(g => Rings(g, depth - 1))],
        _ => [],
    };

    private static List<IReadOnlyList<MapPlace>> Polygon(JsonNode? rings) => [.. Each(rings).Select(r => Each(r).Select(Place).OfType<MapPlace>().ToList()).Where(r => r.Count > 2)];

    private static MapPlace? Place(JsonNode? pair) => pair is JsonArray { Count: >= 2 } said && Number(said[0]) is { } east && Number(said[1]) is { } north && Math.Abs(east) <= 180 && Math.Abs(north) <= 90 ? new(north, east) : null;
    private static double? Number(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.Number && double.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
    private static IEnumerable<JsonNode?> Each(JsonNode? node) => node as JsonArray ?? [];
}
