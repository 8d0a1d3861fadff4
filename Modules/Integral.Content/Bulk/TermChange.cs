using System.Text.Json.Nodes;
using Integral.Content.Contracts;
using Integral.Content.Definitions;
using Integral.Content.Editing;
using Integral.Content.Fields;

namespace Integral.Content.Bulk;

/// <summary>Adds a term of a reference book to an item, or takes it away: in the fields of its type that choose from that book.</summary>
internal static class TermChange
{
    /// <exception cref="RuleException">It has no such field, or nothing would change.</exception>
    public static void Make(Sheet sheet, string term, bool isAdded)
    {
        var slots = sheet.Form.Slots.Where(s => s.Field.Kind is TermKind && TermKind.Offers(s.Field, term)).ToList();
        Rule.Require(slots.Count > 0, "Nothing in it is chosen from that reference book.");
        if (isAdded)
        {
            Rule.Require(!slots.Exists(s => Named(s, sheet.Data).Contains(term)), "It has this term already.");
            Put(slots[0], sheet.Data, [.. Named(slots[0], sheet.Data), term]);
            return;
        }
        var named = slots.FindAll(s => Named(s, sheet.Data).Contains(term));
        Rule.Require(named.Count > 0, "It hasn't this term.");
        foreach (var slot in named) Put(slot, sheet.Data, Named(slot, sheet.Data).Where(t => t != term));
    }

    /// <summary>The fields of a type in which terms are chosen.</summary>
    public static IEnumerable<FieldUse> FieldsOf(TypeBook book, TypeShape type) => type.Parts.SelectMany(p => book.FieldsOf(p.Part)).Where(f => f.Kind is TermKind);

    private static IReadOnlyList<string> Named(FormSlot slot, JsonObject data) => TermKind.NamedIn(slot.Field, slot.Value(data));

    private static void Put(FormSlot slot, JsonObject data, IEnumerable<string> terms) => slot.Put(data, TermKind.Naming(terms));
}
