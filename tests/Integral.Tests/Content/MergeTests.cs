using System.Text.Json.Nodes;
using Integral.Content.Definitions;
using Integral.Content.Editing;
using Integral.Content.Fields;
using Integral.Platform.Recipes;
using Integral.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Content;

/// <summary>Two editors of one item: what either wrote is there, or is shown to whoever has to choose, and always in the history.</summary>
public sealed class MergeTests(District district) : IClassFixture<District>
{
    private const string Bag = "BagPart", Words = "TextBlock";

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(2026)]
    public async Task Five_hundred_edits_by_each_of_two_editors_lose_no_word(int seed)
    {
        var form = await FormAsync();
        var random = new Random(seed);
        var kept = Item("Начало", "Текст", Block("a"), Block("b"), Block("c"));
        var (history, said) = (new List<JsonObject> { kept }, new HashSet<string>());
        var editors = new[] { new Editor("A", kept), new Editor("B", kept) };
        for (var round = 0; editors.Any(e => e.Edits < 500); round++)
        {
            var editor = editors[random.Next(2)];
            if (editor.Edits < 500) editor.Edit(form, random);
            if (random.Next(4) == 0) kept = Save(editor);
        }
        foreach (var editor in editors) kept = Save(editor);

        Assert.Superset(said, history.SelectMany(h => WordsIn(form, h)).ToHashSet());
        Assert.True(said.Count > 100, $"{said.Count} words were written");

        JsonObject Save(Editor editor)
        {
            var (opened, mine, theirs) = (editor.Opened, Copy(editor.Mine), history[^1]);
            var clashes = SheetMerge.Into(form, opened, mine, theirs);
            foreach (var word in WordsIn(form, editor.Mine).Except(WordsIn(form, opened))) Assert.Contains(word, WordsIn(form, mine));     // the own words, always
            foreach (var slot in form.AllSlots(theirs).ToList())
            {
                var (was, own, other) = (slot.Plain(opened), slot.Plain(editor.Mine), slot.Plain(theirs));
                if (other == was || other == own) continue;
                // The other's words where they aren't against one's own; otherwise they are shown.
                if (own == was || slot.Place.In(editor.Mine) is null) Assert.Equal(other, slot.Plain(mine));
                else Assert.Contains(clashes, c => c.Slot.Key == slot.Key && slot.Field.Kind.Plain(c.Theirs) == other);
            }
            var ids = BlockPlace.Blocks(mine, Bag).Select(BlockPlace.IdOf).ToList();
            Assert.Equal(ids.Distinct(), ids);
            said.UnionWith(WordsIn(form, mine));
            history.Add(mine);
            (editor.Opened, editor.Mine) = (mine, Copy(mine));
            return mine;
        }
    }

    [Fact]
    public async Task A_block_that_one_took_out_stays_if_the_other_has_written_in_it_and_each_has_what_he_added()
    {
        var form = await FormAsync();
        var (a, b, c, d) = (Block("a"), Block("b"), Block("c"), Block("d"));
        var opened = Item("Т", "", a, b);
        var mine = Item("Т", "", b, c);                                         // without a, with c
        var theirs = Item("Т", "", Written(a, "Дописано"), b, d);
        Assert.Empty(SheetMerge.Into(form, opened, mine, theirs));
        Assert.Equal(["a", "b", "c", "d"], Names(mine));

        mine = Item("Т", "", b);
        SheetMerge.Into(form, opened, mine, Item("Т", "", a, b, d));            // nobody wrote in a
        Assert.Equal(["b", "d"], Names(mine));
    }

    [Fact]
    public async Task Whoever_moved_blocks_has_the_order_and_words_are_joined_in_each_block()
    {
        var form = await FormAsync();
        var (a, b, c) = (Block("a"), Block("b"), Block("c"));
        var mine = Item("Т", "", c, a, b);
        var clashes = SheetMerge.Into(form, Item("Т", "", a, b, c), mine, Item("Т", "", a, Written(b, "Их слова"), c));
        Assert.Empty(clashes);
        Assert.Equal(["c", "a", "b"], Names(mine));
        Assert.Contains("Их слова", WordsIn(form, mine));
    }

    private async Task<ItemForm> FormAsync()
    {
        var book = await district.InDbAsync("", db => TypeBook.LoadAsync(db, district.Services.GetRequiredService<FieldKinds>()));
        return new(book, book.Type("Page")!);
    }

    private static JsonObject Copy(JsonObject data) => data.DeepClone().AsObject();
    private static IEnumerable<string> Names(JsonObject data) => BlockPlace.Blocks(data, Bag).Select(b => BlockPlace.IdOf(b).TrimEnd('0'));
    private static HashSet<string> WordsIn(ItemForm form, JsonObject data) => [.. form.AllSlots(data).Select(s => s.Plain(data)).SelectMany(p => p.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Append(p)).Where(w => w.Length > 0)];
    private static JsonObject Block(string name) => new() { ["ContentItemId"] = name.PadRight(UniqueId.Length, '0'), ["ContentType"] = Words, [Words] = new JsonObject { ["Text"] = new JsonObject { ["Markdown"] = $"блок-{name}" } } };

    private static JsonObject Written(JsonObject block, string words)
    {
        var copy = Copy(block);
        copy[Words]!["Text"]!["Markdown"] = words;
        return copy;
    }

    private static JsonObject Item(string title, string text, params JsonObject[] blocks) => new()
    {
        ["TitlePart"] = new JsonObject { ["Title"] = title }, ["MarkdownBodyPart"] = new JsonObject { ["Markdown"] = text }, [Bag] = new JsonObject { ["ContentItems"] = new JsonArray([.. blocks.Select(b => b.DeepClone())]) },
    };

    private sealed class Editor(string name, JsonObject opened)
    {
        public JsonObject Opened { get; set; } = opened;
        public JsonObject Mine { get; set; } = Copy(opened);
        public int Edits { get; private set; }

        public void Edit(ItemForm form, Random random)
        {
            var word = $"{name}{++Edits}";
            var blocks = BlockPlace.Blocks(Mine, Bag).ToList();
            var one = blocks.Count > 0 ? blocks[random.Next(blocks.Count)] : null;
            switch (random.Next(6))
            {
                case 0: Mine["TitlePart"]!["Title"] = word; break;
                case 1: Mine["MarkdownBodyPart"]!["Markdown"] = word; break;
                case 2 when blocks.Count < 12: form.Add(Mine, $"Item.{Bag}", Words); break;
                case 3 when one is not null && blocks.Count > 3: form.Move(Mine, $"Item.{Bag}", BlockPlace.IdOf(one), 0); break;
                case 4 when one is not null: form.Move(Mine, $"Item.{Bag}", BlockPlace.IdOf(one), random.Next(2) * 2 - 1); break;
                default: if (one is not null) one[Words] = new JsonObject { ["Text"] = new JsonObject { ["Markdown"] = word } }; break;
            }
        }
    }
}
