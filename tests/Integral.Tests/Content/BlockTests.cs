using System.Net;
using Integral.Content.Fields;
using Integral.Tests.Kit;

namespace Integral.Tests.Content;

/// <summary>Pages of blocks: the form that holds them, and what visitors see.</summary>
public sealed class BlockTests(District district) : IClassFixture<District>
{
    private const string New = "/Admin/Content/Edit?type=Page", Bag = "Item.BagPart";

    [Fact]
    public async Task A_block_is_added_moved_and_taken_out_without_script_and_nothing_typed_is_lost()
    {
        var author = await district.SignInAsync("methodist");
        var page = await author.OpenAsync(New);
        page = await DrawAsync(author, page, "add=ActionBlock", new() { [Writing.Title] = "Ещё не сохранено" });
        page = await DrawAsync(author, page, "add=TextBlock", new() { [Name(page, 0, "ActionBlock.Heading.Text")] = "Запишитесь" });
        Assert.Equal(["ActionBlock", "TextBlock"], Types(page));
        Assert.Contains("Ещё не сохранено", page.Document.QuerySelector($"[name='{Writing.Title}']")!.GetAttribute("value"));

        page = await DrawAsync(author, page, "by=-1", new() { [Name(page, 1, "TextBlock.Text.Markdown")] = "Слова блока" }, block: 1);
        Assert.Equal(["TextBlock", "ActionBlock"], Types(page));
        Assert.Contains("Слова блока", page.Text);
        page = await DrawAsync(author, page, "by=0", [], block: 1);
        Assert.Equal(["TextBlock"], Types(page));
        Assert.Equal(HttpStatusCode.NotFound, await district.Visitor().StatusAsync("/eshche-ne-sokhraneno"));
        Assert.DoesNotContain("Ещё не сохранено", await author.ReadAsync("/Admin/Content?q=сохранено"));
    }

    [Fact]
    public async Task Visitors_see_the_blocks_in_their_order_and_script_in_them_stays_text()
    {
        const string Evil = "<script>alert(1)</script><img src=x onerror=alert(1)>";
        var author = await district.SignInAsync("methodist");
        await author.WriteAsync("News", "Новость для списка", "Текст.");
        var page = await DrawAsync(author, await author.OpenAsync(New), "add=CardsBlock", new() { [Writing.Title] = "Страница из блоков", [Writing.Text] = "Вступление." });
        page = await DrawAsync(author, page, "add=CardBlock", [], bag: $"{Bag}.{Ids(page)[0]}.BagPart");
        page = await DrawAsync(author, page, "add=ListBlock", new()
        {
            [page.Document.QuerySelector("[name$='CardBlock.Heading.Text']")!.GetAttribute("name")!] = $"Карточка {Evil}",
            [page.Document.QuerySelector("[name$='CardBlock.Link.Url']")!.GetAttribute("name")!] = "~/about",
        });
        var kept = await Writing.SendAsync(author, New, page, new() { [Name(page, 1, "ListBlock.Of.Text")] = "News" }, "Publish");
        Assert.True(kept.IsRedirect, kept.Errors);

        var shown = (await district.Visitor().OpenAsync("/stranitsa-iz-blokov")).Document.QuerySelector("main")!;
        Assert.Contains("Карточка <script>", shown.QuerySelector("a[href='/about']")!.TextContent);
        Assert.Empty(shown.QuerySelectorAll("script, [onerror]"));
        Assert.True(shown.TextContent.IndexOf("Карточка", StringComparison.Ordinal) < shown.TextContent.IndexOf("Новость для списка", StringComparison.Ordinal), shown.TextContent);
        Assert.NotNull(shown.QuerySelector("section a[href='/news']"));
    }

    [Fact]
    public async Task What_a_block_needs_is_asked_for_before_it_is_published_and_the_history_tells_what_changed_in_it()
    {
        var author = await district.SignInAsync("methodist");
        var page = await DrawAsync(author, await author.OpenAsync(New), "add=ActionBlock", new() { [Writing.Title] = "Чего не хватает" });
        var refused = await Writing.SendAsync(author, New, page, [], "Publish");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(2, refused.Document.QuerySelectorAll("fieldset .field-error").Length);

        var kept = await Writing.SendAsync(author, New, page, new() { [Name(page, 0, "ActionBlock.Heading.Text")] = "Было" });
        var address = $"{kept.Location}";
        await Writing.SendAsync(author, address, page = await author.OpenAsync(address), new() { [Name(page, 0, "ActionBlock.Heading.Text")] = "Стало" });
        var history = await author.ReadAsync(address.Replace("/Edit/", "/Versions/", StringComparison.Ordinal));
        Assert.Contains("Призыв к действию: Заголовок", history);
        Assert.Contains("<del>Было</del>", history);
    }

    [Fact]
    public async Task Blocks_that_a_recipe_wrote_without_ids_used_to_be_lost_when_their_page_was_kept()
    {
        const string Front = "/Admin/Content/Edit/starterfront00000000000000";
        var author = await district.SignInAsync("methodist");
        var page = await author.OpenAsync(Front);
        Assert.Equal(["CardsBlock", "ListBlock", "ActionBlock", "ListBlock", "InstitutionsBlock", "ContactsBlock"], Types(page));
        var kept = await Writing.SendAsync(author, Front, page, new() { [Writing.Text] = "Новое вступление." }, "Publish");
        Assert.True(kept.IsRedirect, kept.Errors);

        var shown = (await district.Visitor().OpenAsync("/")).Document.QuerySelector("main")!;
        Assert.Contains("Новое вступление.", shown.TextContent);
        Assert.Contains("Родителям", shown.QuerySelector("a[href='/first-grade']")!.TextContent);
        Assert.NotEmpty(shown.QuerySelectorAll("a[href='/school-1/']"));
        Assert.Equal(6, Ids(await author.OpenAsync(Front)).Count);
    }

    [Theory]
    [InlineData("https://rutube.ru/video/1/", "RUTUBE"), InlineData("https://www.youtube.com/watch?v=1", "YouTube"), InlineData("https://m.vk.com/video1", "VK")]
    [InlineData("http://rutube.ru/video/1/", null), InlineData("https://rutube.ru.example.org/", null), InlineData("https://user@rutube.ru/", null), InlineData("https://example.org/rutube.ru", null), InlineData("javascript:alert(1)", null)]
    [InlineData("https://169.254.169.254/", null), InlineData("https://rutube.ru:8443/", null)]
    public void A_video_is_only_led_to_where_visitors_are_safe(string address, string? service) => Assert.Equal(service, VideoKind.ServiceOf(address));

    private static async Task<Answer> DrawAsync(Visitor author, Answer page, string what, Dictionary<string, string> fields, int? block = null, string bag = Bag)
    {
        var button = block is { } at ? $"block={Ids(page)[at]}&{what}" : what;
        var to = page.Document.QuerySelectorAll("[formaction*='handler=Block']").Select(b => b.GetAttribute("formaction")!).First(a => $"{a}&".Contains($"bag={bag}&", StringComparison.Ordinal) && a.Contains(button, StringComparison.Ordinal));
        var drawn = await Writing.SendToAsync(author, to, page, fields);
        Assert.Equal(HttpStatusCode.OK, drawn.Status);
        return drawn;
    }

    private static List<string> Ids(Answer page) => [.. page.Document.QuerySelectorAll($"[name='{Bag}.Order']").Select(o => o.GetAttribute("value") ?? "").Where(o => o.Length > 0)];
    private static List<string> Types(Answer page) => [.. Ids(page).Select(id => page.Document.QuerySelector($"[name='{Bag}.{id}.Type']")!.GetAttribute("value")!)];
    private static string Name(Answer page, int block, string field) => $"{Bag}.{Ids(page)[block]}.{field}";
}
