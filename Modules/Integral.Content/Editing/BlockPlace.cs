using System.Text.Json.Nodes;
using Integral.Content.Definitions;
using Integral.Platform.Recipes;

namespace Integral.Content.Editing;

/// <summary>Where in an item something stands: in the item itself, or in a block of a bag, which may stand within another.</summary>
/// <param name="Steps">From the item inwards: the bag's name and the block's id.</param>
internal sealed record BlockPlace(IReadOnlyList<(string Bag, string Id)> Steps)
{
    private static readonly string[] Lists = [Known.ItemsOf(Known.Bag), Known.ItemsOf(Known.Flow), Known.ItemsOf(Known.MenuItems)];

    public static readonly BlockPlace Top = new([]);

    /// <summary>Of the names of its controls.</summary>
    public string Key => string.Concat(["Item", .. Steps.Select(s => $".{s.Bag}.{s.Id}")]);

    public BlockPlace Within(string bag, string id) => new([.. Steps, (bag, id)]);

    /// <summary>What stands there; null where the block isn't in the data.</summary>
    public JsonObject? In(JsonObject data)
    {
        JsonObject? at = data;
        foreach (var (bag, id) in Steps) at = at is null ? null : Blocks(at, bag).FirstOrDefault(b => IdOf(b) == id);
        return at;
    }

    /// <summary>The blocks of a bag or a flow in their order.</summary>
    public static IEnumerable<JsonObject> Blocks(JsonObject data, string bag) => data[bag] is JsonObject part ? (part.Find(ListOf(part)) as JsonArray ?? []).OfType<JsonObject>() : [];

    public static string IdOf(JsonObject block) => block.Text("ContentItemId") ?? "";
    public static string TypeOf(JsonObject block) => block.Text("ContentType") ?? "";

    /// <summary>Puts blocks in the place of those that are there.</summary>
    public static void Put(JsonObject data, PartUse bag, IEnumerable<JsonObject> blocks)
    {
        var list = new JsonArray();
        foreach (var block in blocks) list.Add((JsonNode)(block.Parent is null ? block : block.DeepClone().AsObject()));
        if (data[bag.Name] is not JsonObject part) data[bag.Name] = part = [];
        part[Known.ItemsOf(bag.Part)] = list;
    }

    // A part may stand there under another name than its own, so that only what is in it tells what it is.
    private static string ListOf(JsonObject part) => Lists.FirstOrDefault(l => part.Find(l) is not null) ?? Lists[0];
}
