using System.Text.Json.Nodes;
using Integral.Content.Contracts;
using Integral.Content.Definitions;
using Integral.Content.Fields;
using Integral.Content.Menus;
using Integral.Content.Rendering;
using Integral.Platform.Recipes;
using Integral.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.Content.Editing;

/// <summary>
/// The form of a content type, and of the blocks within an item of it: what it asks, and what of an answer can be kept.
/// What the type no longer has stays in the data.
/// </summary>
internal sealed class ItemForm(TypeBook book, TypeShape type)
{
    public const int MostBlocks = 60, Deepest = 3;
    private const int LongestCalled = 60;

    private const string Order = "Order", Kind = "Type", Gone = "Gone";

    private ItemForm(TypeBook book, TypeShape type, BlockPlace place) : this(book, type) => Place = place;

    public TypeBook Book => book;

    /// <summary>Of what it asks.</summary>
    public BlockPlace Place { get; } = BlockPlace.Top;

    /// <summary>Of the item itself, without its blocks.</summary>
    public IReadOnlyList<FormSlot> Slots => [.. type.Parts.SelectMany(SlotsOf), .. Given];

    // No type has these parts: lists give one to what they take, and whatever has an address may be shown below as well.
    private IEnumerable<FormSlot> Given
    {
        get
        {
            if (Place.Steps.Count > 0) yield break;
            if (book.HoldersOf(type.Name) is { Count: > 0 } holders) yield return new(Place, Known.Contained, ContainedKind.Of(holders));
            if (type.Has(Known.Route)) yield return new(Place, Known.Share, PartFields.Of(Known.Share)!);
        }
    }

    /// <summary>Its bags of blocks.</summary>
    public IReadOnlyList<PartUse> Bags => [.. type.Parts.Where(p => Known.HoldsItems(p.Part) && Place.Steps.Count < (p.Part == Known.MenuItems ? MenuTypes.Levels : Deepest))];

    /// <summary>With those of the blocks that are in the data.</summary>
    public IEnumerable<FormSlot> AllSlots(JsonObject data) => Slots.Concat(Blocks(data).SelectMany(b => b.Form.AllSlots(data)));

    /// <summary>The forms of the blocks that are in the data.</summary>
    /// <param name="data">Of the whole item.</param>
    public IEnumerable<(PartUse Bag, JsonObject Block, ItemForm Form)> Blocks(JsonObject data) =>
        from bag in Bags
        from block in BlockPlace.Blocks(Place.In(data) ?? [], bag.Name)
        let shape = book.Type(BlockPlace.TypeOf(block))
        where shape is not null
        select (bag, block, new ItemForm(book, shape, Place.Within(bag.Name, BlockPlace.IdOf(block))));

    /// <summary>The types of blocks that a bag takes: those it names, or else all that only stand within others.</summary>
    public IReadOnlyList<TypeShape> Offered(PartUse bag) => bag.Part == Known.MenuItems ? [.. MenuTypes.Entries.Select(book.Type).OfType<TypeShape>()] : bag.Contained.Count > 0 ? [.. bag.Contained.Select(book.Type).OfType<TypeShape>()] : [.. book.Types.Where(t => !t.IsCreatable && t.Name != type.Name)];

    /// <summary>Content types of which items may be chosen in it.</summary>
    public IReadOnlyList<string> Chosen(JsonObject data) => [.. AllSlots(data).SelectMany(s => s.Field.Texts(PickerKind.Types.Name)).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Ids of the items that are chosen in it.</summary>
    public IEnumerable<string> Picked(JsonObject data) => AllSlots(data).Where(s => s.Field.Texts(PickerKind.Types.Name).Any()).SelectMany(s => s.Field.Kind.Named(s.Value(data)));

    /// <summary>Pages of which one may be chosen in it; null where it asks for none.</summary>
    public IReadOnlyList<string>? ChosenPages(JsonObject data) => AllSlots(data).Select(s => s.Field.Kind.Pages(s.Value(data))).OfType<IEnumerable<string>>().ToList() is { Count: > 0 } chosen ? [.. chosen.SelectMany(c => c).Distinct()] : null;

    /// <param name="data">Of the whole item.</param>
    /// <param name="form">What its kinds need to ask; the names of the controls are put in here.</param>
    public AskedForm Ask(JsonObject data, FieldForm form)
    {
        var texts = form.Texts;
        var asked = form with { Own = book.Own, Lists = [.. book.Types.Where(t => t.Folder is not null).Select(t => new SelectListItem(texts[t.ListTitle], t.Name))] };
        return new([.. type.Parts.Select(p => Known.HoldsItems(p.Part) ? new AskedPiece([], Bags.Contains(p) ? Bag(p) : null) : new([.. SlotsOf(p).SelectMany(Inputs)], null, PartWords.Aside.Contains(p.Part))), .. Given.Select(s => new AskedPiece([.. Inputs(s)], null))]);

        IEnumerable<FieldInput> Inputs(FormSlot slot) => slot.Field.Kind.Ask(slot.In(texts), slot.In(data), asked with { Prefix = slot.Key });
        AskedBag Bag(PartUse bag) => new(NameOf(bag), bag.Title == bag.Name ? texts["Blocks"] : texts[bag.Title],
            [.. BlockPlace.Blocks(Place.In(data) ?? [], bag.Name).Select(b => Block(bag, b))], Offered(bag)) { Hint = bag.Hint is null ? null : texts[bag.Hint] };
        AskedBlock Block(PartUse bag, JsonObject block)
        {
            var (id, name) = (BlockPlace.IdOf(block), BlockPlace.TypeOf(block));
            var within = Place.Within(bag.Name, id);
            return book.Type(name) is { } shape
                ? Known(new ItemForm(book, shape, within))
                : new(id, within.Key, name, name, new([]));

            AskedBlock Known(ItemForm of) => of.Called(data, asked) is { } called
                ? new(id, within.Key, name, $"{texts[shape.Title]}: {called}", of.Ask(data, form)) { IsCalled = true } : new(id, within.Key, name, texts[shape.Title], of.Ask(data, form));
        }
    }

    /// <summary>Puts answers into the data.</summary>
    /// <param name="data">What is asked for here is overwritten.</param>
    /// <param name="form">What was sent.</param>
    /// <param name="zone">Of the times that were typed.</param>
    /// <param name="sent">Paths in the media folder of the files that were sent along, by the names of their controls.</param>
    public void Take(JsonObject data, IFormCollection form, TimeZoneInfo zone, IReadOnlyDictionary<string, string> sent)
    {
        foreach (var bag in Bags.Where(b => form.ContainsKey($"{NameOf(b)}.{Order}"))) TakeBlocks(data, bag, form);
        foreach (var slot in Slots) slot.Field.Kind.Take(slot.Field, slot.In(data), new(form, slot.Key, zone, sent));
        foreach (var (_, _, within) in Blocks(data).ToList()) within.Take(data, form, zone, sent);
    }

    /// <summary>Puts a new block at the end of a bag, if it takes such.</summary>
    /// <param name="data">Of the whole item.</param>
    /// <param name="name">Of the bag's controls.</param>
    /// <param name="blockType">Name of a type.</param>
    public void Add(JsonObject data, string name, string blockType)
    {
        foreach (var (bag, here, form) in BagsNamed(data, name))
            if (form.Offered(bag).FirstOrDefault(t => t.Name == blockType) is { } made && BlockPlace.Blocks(here, bag.Name).ToList() is { Count: < MostBlocks } blocks) BlockPlace.Put(here, bag, [.. blocks.Select(b => b.DeepClone().AsObject()), New(made, UniqueId.New())]);
    }

    /// <summary>Moves a block by so many places; by 0 takes it out.</summary>
    public void Move(JsonObject data, string name, string id, int by)
    {
        foreach (var (bag, here, _) in BagsNamed(data, name))
        {
            var blocks = BlockPlace.Blocks(here, bag.Name).ToList();
            var from = blocks.FindIndex(b => BlockPlace.IdOf(b) == id);
            if (from < 0) continue;
            var block = blocks[from];
            blocks.RemoveAt(from);
            if (by != 0) blocks.Insert(Math.Clamp(from + by, 0, blocks.Count), block);
            BlockPlace.Put(here, bag, [.. blocks.Select(b => b.DeepClone().AsObject())]);
        }
    }

    // One, or none.
    private IReadOnlyList<(PartUse Bag, JsonObject Here, ItemForm Form)> BagsNamed(JsonObject data, string name)
    {
        var own = Bags.Where(b => NameOf(b) == name && Place.In(data) is not null).Select(b => (b, Place.In(data)!, this));
        return [.. own, .. Blocks(data).ToList().SelectMany(b => b.Form.BagsNamed(data, name))];
    }

    /// <summary>What keeps the data from being kept, or with <paramref name="isPublished"/> from being published.</summary>
    /// <param name="data">What is to be kept.</param>
    /// <param name="isPublished">It is to be published too.</param>
    /// <param name="before">What was kept the last time.</param>
    /// <returns>By slot.</returns>
    public IEnumerable<(FormSlot Slot, Sentence What)> Faults(JsonObject data, bool isPublished, JsonObject before)
    {
        foreach (var slot in Slots)
        {
            var (kind, value) = (slot.Field.Kind, slot.Value(data));
            if (!kind.IsEmpty(value))
            {
                if (kind.Fault(slot.Field, value, slot.Value(before)) is { } fault) yield return (slot, fault);
            }
            else if (slot.Field.IsRequired && (isPublished || slot.Part == Known.Title && Place.Steps.Count == 0)) yield return (slot, T.Say("Fill this in."));
        }
        foreach (var fault in Blocks(data).SelectMany(b => b.Form.Faults(data, isPublished, before))) yield return fault;
    }

    /// <summary>
    /// Gives ids to blocks that have none, as recipes may leave it, or one that another has: the same whenever the same data are opened, so that what a
    /// form sends back is told apart.
    /// </summary>
    /// <exception cref="RuleException">A bag holds too many blocks.</exception>
    public void Arrange(JsonObject data)
    {
        foreach (var bag in Bags)
        {
            if (Place.In(data) is not { } here) continue;
            var (blocks, ids) = (BlockPlace.Blocks(here, bag.Name).ToList(), new HashSet<string>());
            Rule.Require(blocks.Count <= MostBlocks, T.Say("There are at most {0} blocks.", MostBlocks), bag.Name);
            foreach (var (at, block) in blocks.Index())
                if (!UniqueId.Is(BlockPlace.IdOf(block)) || !ids.Add(BlockPlace.IdOf(block))) block["ContentItemId"] = UniqueId.Of($"{NameOf(bag)} {at}");
        }
        foreach (var (_, _, within) in Blocks(data).ToList()) within.Arrange(data);
    }

    // What stands first in it.
    private string? Called(JsonObject data, FieldForm form) => Slots.Select(s => s.Field.Kind.Called(s.Value(data), form)).FirstOrDefault(c => !string.IsNullOrWhiteSpace(c)) is { } called ? Markdown.Cut(called.Trim().ReplaceLineEndings(" "), LongestCalled) : null;

    /// <summary>What the type is called.</summary>
    public string TitleIn(Texts texts) => texts[type.Title];

    private string NameOf(PartUse bag) => $"{Place.Key}.{bag.Name}";

    private IEnumerable<FormSlot> SlotsOf(PartUse use) =>
        (PartFields.Of(use.Part) is { } ours ? [ours] : book.FieldsOf(use.Part)).Select(f => new FormSlot(Place, use.Name, f) { Block = Place.Steps.Count == 0 ? null : type.Title });

    // In the order in which they were sent. What isn't among them was taken out; what is new has its type said with it.
    private void TakeBlocks(JsonObject data, PartUse bag, IFormCollection form)
    {
        if (Place.In(data) is not { } here) return;
        var name = NameOf(bag);
        var there = BlockPlace.Blocks(here, bag.Name).GroupBy(BlockPlace.IdOf).ToDictionary(g => g.Key, g => g.First());
        var offered = Offered(bag);
        var taken = new List<JsonObject>();
        foreach (var id in form[$"{name}.{Order}"].OfType<string>().Where(UniqueId.Is).Distinct().Where(id => form[$"{name}.{id}.{Gone}"].FirstOrDefault() != "true").Take(MostBlocks))
        {
            if (there.TryGetValue(id, out var block)) taken.Add(block.DeepClone().AsObject());
            else if (offered.FirstOrDefault(t => t.Name == form[$"{name}.{id}.{Kind}"].FirstOrDefault()) is { } made) taken.Add(New(made, id));
        }
        BlockPlace.Put(here, bag, taken);
    }

    private static JsonObject New(TypeShape type, string id) => new() { ["ContentItemId"] = id, ["ContentType"] = type.Name };
}
