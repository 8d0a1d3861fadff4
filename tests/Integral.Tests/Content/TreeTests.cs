using System.Net;
using Integral.Content.Data;
using Integral.Platform;
using Integral.Content.Tree;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;

namespace Integral.Tests.Content;

/// <summary>Pages that stand under pages.</summary>
public sealed class TreeTests(District district) : IClassFixture<District>
{
    private const string Parent = "Item.TreePart.Parent", Desk = "/Admin/Content/Tree";

    [Fact]
    public async Task A_page_under_another_has_its_address_there_and_visitors_see_the_path_and_the_section()
    {
        var author = await district.SignInAsync("methodist");
        var section = await SetAsync(await author.WriteAsync("Page", "Раздел первый", "Начало."));
        var chapter = await SetAsync(await author.WriteAsync("Page", "Глава", "Текст.", more: (Parent, section)));
        await author.WriteAsync("Page", "Параграф один", "Текст.", more: (Parent, chapter));
        await author.WriteAsync("Page", "Параграф два", "Текст.", more: (Parent, chapter));

        var shown = (await district.Visitor().OpenAsync("/razdel-pervyi/glava/paragraf-odin")).Document;
        Assert.Equal(["Главная", "Раздел первый", "Глава"], shown.QuerySelectorAll("nav.trail a").Select(a => a.TextContent));
        Assert.Equal(["Параграф два", "Параграф один"], shown.QuerySelectorAll("nav[aria-label='В этом разделе'] a").Select(a => a.TextContent).Order());
        Assert.Equal("Параграф один", shown.QuerySelector("nav[aria-label='В этом разделе'] [aria-current=page]")!.TextContent);
        Assert.Equal(["Глава"], (await district.Visitor().OpenAsync("/razdel-pervyi")).Document.QuerySelectorAll("nav[aria-label='В этом разделе'] a").Select(a => a.TextContent));

        await author.SubmitAsync(await AddressAsync(chapter), [], to: "handler=Unpublish");
        shown = (await district.Visitor().OpenAsync("/razdel-pervyi/glava/paragraf-odin")).Document;
        Assert.Equal(["Главная", "Раздел первый"], shown.QuerySelectorAll("nav.trail a").Select(a => a.TextContent));     // who isn't there is skipped
    }

    [Fact]
    public async Task A_page_is_moved_in_the_tree_in_order_and_its_address_follows_only_where_that_is_wanted()
    {
        var author = await district.SignInAsync("methodist");
        var root = await SetAsync(await author.WriteAsync("Page", "Корень", "Текст."));
        var (one, two) = (await SetAsync(await author.WriteAsync("Page", "Ветвь один", "Текст.", more: (Parent, root))), await SetAsync(await author.WriteAsync("Page", "Ветвь два", "Текст.", more: (Parent, root))));
        var leaf = await SetAsync(await author.WriteAsync("Page", "Лист", "Текст.", more: (Parent, two)));
        Assert.Equal(["Ветвь два", "Ветвь один"], await LevelAsync(author, root));

        await MoveAsync(author, root, "Up", one);
        Assert.Equal(["Ветвь один", "Ветвь два"], await LevelAsync(author, root));
        await author.PostAsync($"{Desk}?under={root}", [.. await TokenAsync(author, root), new("order", two), new("order", one)]);
        Assert.Equal(["Ветвь два", "Ветвь один"], await LevelAsync(author, root));

        var opened = await author.OpenAsync(await AddressAsync(two));
        await MoveAsync(author, root, "Up", one);
        await MoveAsync(author, root, "Under", two);
        Assert.Equal(["Ветвь два"], await LevelAsync(author, one));
        Assert.Equal(HttpStatusCode.OK, await district.Visitor().StatusAsync("/koren/vetv-dva/list"));      // addresses stay

        // Whoever had it open meanwhile doesn't move it back.
        Assert.True((await Writing.SendAsync(author, await AddressAsync(two), opened, new() { [Writing.Text] = "Новый текст." }, "Publish")).IsRedirect);
        Assert.Equal(["Ветвь два"], await LevelAsync(author, one));

        await MoveAsync(author, one, "Out", two, ("Readdress", "true"));
        await MoveAsync(author, root, "Under", two, ("Readdress", "true"));
        var moved = await district.Visitor().OpenAsync("/koren/vetv-dva/list");
        Assert.Equal("/koren/vetv-odin/vetv-dva/list", $"{moved.Location}");
        Assert.Contains("Новый текст.", await district.Visitor().ReadAsync("/koren/vetv-odin/vetv-dva"));
        Assert.Equal(leaf, await district.InDbAsync("", db => db.ContentItems.Where(i => i.Slug == "koren/vetv-odin/vetv-dva/list").Select(i => i.LocalizationSet).SingleAsync()));
    }

    [Fact]
    public async Task No_page_stands_under_itself_or_too_deep_and_what_was_typed_stays()
    {
        var author = await district.SignInAsync("methodist");
        var sets = new List<string> { await SetAsync(await author.WriteAsync("Page", "Уровень 1", "Текст.")) };
        for (var level = 2; level <= TreeShape.Deepest; level++) sets.Add(await SetAsync(await author.WriteAsync("Page", $"Уровень {level}", "Текст.", more: (Parent, sets[^1]))));

        foreach (var (address, parent, said) in new[] { (await AddressAsync(sets[0]), sets[3], "под самой собой"), ("/Admin/Content/Edit?type=Page", sets[^1], "не больше 8"), ("/Admin/Content/Edit?type=Page", new string('a', 26), "Такой страницы") })
        {
            var refused = await Writing.SendAsync(author, address, await author.OpenAsync(address), new() { [Writing.Title] = "Не туда", [Parent] = parent }, "Publish");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Contains(said, refused.Errors);
            Assert.Equal("Не туда", refused.Document.QuerySelector($"[name='{Writing.Title}']")!.GetAttribute("value"));
        }
        Assert.Equal(await CountAsync("uroven-1/uroven-2"), await CountAsync(string.Join('/', Enumerable.Range(1, 8).Select(l => $"uroven-{l}"))));
    }

    [Fact]
    public void A_ring_is_found_and_a_whole_branch_counts_with_its_height()
    {
        var tree = new TreeShape([("a", null), ("b", "a"), ("c", "b"), ("d", null), .. Enumerable.Range(0, 6).Select(n => ($"e{n}", n == 0 ? null : $"e{n - 1}"))]);
        Assert.Throws<RuleException>(() => tree.Put("a", "c"));
        Assert.Throws<RuleException>(() => tree.Put("a", "a"));
        Assert.Throws<RuleException>(() => tree.Put("a", "e5"));       // three levels under the sixth
        tree.Put("a", "e4");
        Assert.Equal(["b", "c"], tree.Below("a"));
        tree.Put("a", null);
        tree.Put("d", "c");
    }

    [Fact]
    public async Task Who_may_not_publish_moves_nothing()
    {
        var deputy = await district.SignInArmedAsync("deputy", "/school-1");
        var set = await district.InDbAsync("school-1", db => db.ContentItems.Where(i => i.Slug == "about" && i.Culture == "ru").Select(i => i.LocalizationSet).SingleAsync());
        Assert.DoesNotContain("handler=Up", await deputy.ReadAsync("/school-1/Admin/Content/Tree"));
        Assert.Equal(HttpStatusCode.Forbidden, (await deputy.PostAsync($"/school-1/Admin/Content/Tree?handler=Up&moved={set}", [])).Status);
    }

    private async Task<int> CountAsync(string slug)
    {
        var visitor = district.Visitor();
        visitor.Http.DefaultRequestHeaders.Add("Authorization", "Bearer nobody");
        await visitor.OpenAsync($"/{slug}");
        district.Statements.Reset();
        Assert.Equal(HttpStatusCode.OK, await visitor.StatusAsync($"/{slug}"));
        return district.Statements.Seen.Count(s => !s.Contains("catalogue_number", StringComparison.Ordinal));
    }

    private Task<string> SetAsync(string address) => district.InDbAsync("", db => db.ContentItems.Where(i => address.EndsWith(i.ContentItemId)).Select(i => i.LocalizationSet).SingleAsync());
    private Task<string> AddressAsync(string set) => district.InDbAsync("", async db => $"/Admin/Content/Edit/{await db.ContentItems.Where(i => i.LocalizationSet == set).Select(i => i.ContentItemId).SingleAsync()}");

    private static async Task<List<string>> LevelAsync(Visitor author, string under) => [.. (await author.OpenAsync($"{Desk}?under={under}")).Document.QuerySelectorAll("main fieldset[data-block]").Select(b => b.GetAttribute("data-block")!)];

    private static async Task<List<KeyValuePair<string, string>>> TokenAsync(Visitor author, string under) =>
        [new("__RequestVerificationToken", (await author.OpenAsync($"{Desk}?under={under}")).Document.QuerySelector("main [name=__RequestVerificationToken]")!.GetAttribute("value")!)];

    private static async Task MoveAsync(Visitor author, string under, string how, string set, params (string Name, string Value)[] more)
    {
        var page = await author.OpenAsync($"{Desk}?under={under}");
        var button = page.Document.QuerySelector($"[formaction*='handler={how}'][formaction*='moved={set}']");
        Assert.True(button is not null, $"There is no button '{how}' for {set}.");
        var moved = await author.PostAsync(button.GetAttribute("formaction")!, [.. await TokenAsync(author, under), .. more.Select(m => KeyValuePair.Create(m.Name, m.Value))]);
        Assert.True(moved.IsRedirect, $"{moved.Status} {moved.Errors}");
    }
}
