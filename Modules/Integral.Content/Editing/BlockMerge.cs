using System.Text.Json.Nodes;
using Integral.Content.Definitions;

namespace Integral.Content.Editing;

/// <summary>
/// Joins the blocks of two people: what either added is there, what one took out is gone unless the other has changed it meanwhile, and whoever
/// moved blocks has their order. Their words are joined afterwards, field by field.
/// </summary>
internal static class BlockMerge
{
    /// <param name="bag">That holds the blocks.</param>
    /// <param name="opened">The data that hold the bag, as they were opened.</param>
    /// <param name="mine">What was made of them; changed to hold the others' blocks too.</param>
    /// <param name="theirs">What is kept now.</param>
    public static void Into(PartUse bag, JsonObject? opened, JsonObject mine, JsonObject theirs)
    {
        var (was, own, other) = (Of(opened, bag), Of(mine, bag), Of(theirs, bag));
        if (other.Keys.SequenceEqual(was.Keys) && own.Keys.SequenceEqual(was.Keys)) return;
        var stays = own.Keys.Union(other.Keys).Where(id => Stays(id, was, own, other)).ToHashSet();
        var isMoved = !Common(own.Keys, was, other).SequenceEqual(Common(was.Keys, own, other));
        var (first, second) = isMoved ? (own, other) : (other, own);
        var order = first.Keys.Where(stays.Contains).ToList();
        foreach (var (id, before) in Added(second, first).Where(a => stays.Contains(a.Id))) order.Insert(Place(order, before), id);
        BlockPlace.Put(mine, bag, [.. order.Select(id => (own.GetValueOrDefault(id) ?? other[id]).DeepClone().AsObject())]);
    }

    private static OrderedDictionary<string, JsonObject> Of(JsonObject? data, PartUse bag)
    {
        var blocks = new OrderedDictionary<string, JsonObject>();
        foreach (var block in data is null ? [] : BlockPlace.Blocks(data, bag.Name)) blocks.TryAdd(BlockPlace.IdOf(block), block);
        return blocks;
    }

    private static bool Stays(string id, OrderedDictionary<string, JsonObject> was, OrderedDictionary<string, JsonObject> own, OrderedDictionary<string, JsonObject> other)
    {
        if (!was.TryGetValue(id, out var before) || own.ContainsKey(id) && other.ContainsKey(id)) return true;
        return !JsonNode.DeepEquals(before, own.GetValueOrDefault(id) ?? other.GetValueOrDefault(id));
    }

    private static IEnumerable<string> Common(IEnumerable<string> ids, OrderedDictionary<string, JsonObject> one, OrderedDictionary<string, JsonObject> two) => ids.Where(id => one.ContainsKey(id) && two.ContainsKey(id));

    // With the id that stands before each; null at the beginning.
    private static IEnumerable<(string Id, string? Before)> Added(OrderedDictionary<string, JsonObject> from, OrderedDictionary<string, JsonObject> to) =>
        from.Keys.Select((id, at) => (id, at == 0 ? null : from.GetAt(at - 1).Key)).Where(a => !to.ContainsKey(a.id));

    private static int Place(List<string> order, string? before) => before is null ? 0 : order.IndexOf(before) is >= 0 and var at ? at + 1 : order.Count;
}
