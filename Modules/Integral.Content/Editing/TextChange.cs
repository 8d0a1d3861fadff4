using System.Text.Json.Nodes;
using Integral.Ui;

namespace Integral.Content.Editing;

/// <summary>A field that two versions of an item differ in, or the order of blocks.</summary>
/// <param name="Slot">Null of the order.</param>
internal sealed record FieldChange(FormSlot? Slot, IReadOnlyList<Stretch> Text)
{
    public static IReadOnlyList<FieldChange> Between(ItemForm form, JsonObject before, JsonObject after, Texts texts)
    {
        var changes = form.AllSlots(after).Concat(form.AllSlots(before)).DistinctBy(s => s.Key).Select(s => (Slot: s, Was: s.Plain(before), Is: s.Plain(after))).Where(s => s.Was != s.Is)
            .Select(s => new FieldChange(s.Slot, Stretch.Between(s.Slot.Told(before), s.Slot.Told(after)))).ToList();
        if (OrderOf(form, before, after, texts) is { } order) changes.Add(order);
        return changes;
    }

    // Blocks that came or went show in their fields; here only those that are in both.
    private static FieldChange? OrderOf(ItemForm form, JsonObject before, JsonObject after, Texts texts)
    {
        var (former, titles) = (form.Blocks(before).Select(b => b.Form.Place.Key).ToList(), form.Blocks(after).ToDictionary(b => b.Form.Place.Key, b => b.Form.TitleIn(texts)));
        var (was, now) = (former.Where(titles.ContainsKey).ToList(), titles.Keys.Where(former.Contains).ToList());
        return was.SequenceEqual(now) ? null : new(null, Stretch.Between(Lines(was), Lines(now)));

        string Lines(List<string> keys) => string.Join('\n', keys.Select((key, at) => $"{at + 1}. {titles[key]}"));
    }
}
