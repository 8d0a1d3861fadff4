using System.Text.Json.Nodes;

namespace Integral.Content.Editing;

/// <summary>A field that two people have changed at the same time, each to something else.</summary>
/// <param name="Theirs">What the other one kept.</param>
internal sealed record Clash(FormSlot Slot, JsonObject Theirs);

/// <summary>
/// Joins what somebody wrote with what others have kept since he opened the item: field by field, whoever changed it has it. Only where both did is
/// there something to decide. Nothing is lost either way: what others kept is a version of its own.
/// </summary>
internal static class SheetMerge
{
    /// <param name="form">Of the type.</param>
    /// <param name="opened">What was there when it was opened.</param>
    /// <param name="mine">What was made of it; it is changed to hold the others' fields too.</param>
    /// <param name="theirs">What is kept now.</param>
    /// <returns>Fields that hold mine though the others changed them too.</returns>
    public static IReadOnlyList<Clash> Into(ItemForm form, JsonObject opened, JsonObject mine, JsonObject theirs)
    {
        TakeTheRest(form, mine, theirs);
        MergeBlocks(form, opened, mine, theirs);
        var clashes = new List<Clash>();
        foreach (var slot in form.AllSlots(mine).Where(s => s.Place.In(theirs) is not null).ToList())
        {
            var (was, own, other) = (slot.Plain(opened), slot.Plain(mine), slot.Plain(theirs));
            if (other == was || other == own) continue;
            if (own == was) slot.Put(mine, slot.Value(theirs));
            else clashes.Add(new(slot, slot.Value(theirs)));
        }
        return clashes;
    }

    private static void MergeBlocks(ItemForm form, JsonObject opened, JsonObject mine, JsonObject theirs)
    {
        foreach (var bag in form.Bags)
            if (form.Place.In(mine) is { } own && form.Place.In(theirs) is { } other) BlockMerge.Into(bag, form.Place.In(opened), own, other);
        foreach (var (_, _, within) in form.Blocks(mine).ToList()) MergeBlocks(within, opened, mine, theirs);
    }

    // What no form asks for, such as parts that the type no longer has, is as the others left it.
    private static void TakeTheRest(ItemForm form, JsonObject mine, JsonObject theirs)
    {
        var asked = form.Slots.Select(s => s.Part).Concat(form.Bags.Select(b => b.Name)).ToHashSet();
        foreach (var (part, value) in theirs.Where(p => !asked.Contains(p.Key)).ToList()) mine[part] = value?.DeepClone();
    }
}
