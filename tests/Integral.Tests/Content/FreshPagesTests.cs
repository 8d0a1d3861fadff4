using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Integral.Platform.Tenancy;
using Integral.Tests.Kit;

namespace Integral.Tests.Content;

/// <summary>Pages that are kept for visitors: a change is seen at once wherever it shows, and what it doesn't concern stays kept.</summary>
public sealed class FreshPagesTests(District district) : IClassFixture<District>
{
    [Fact]
    public async Task A_text_published_again_used_to_have_every_page_of_the_site_made_anew()
    {
        var author = await district.SignInAsync("methodist");
        var address = await author.WriteAsync("Page", "Страница, которую правят", "Было.");
        await author.WriteAsync("Page", "Страница рядом", "Слова.");
        string[] others = ["/stranitsa-riadom", "/documents", "/news", "/"];
        foreach (var page in others.Append("/stranitsa-kotoruiu-praviat")) await ReadAsync(page);

        await RewriteAsync(author, address, new() { [Writing.Text] = "Стало." });
        var (text, isKept) = await ReadAsync("/stranitsa-kotoruiu-praviat");
        Assert.Contains("Стало.", text);
        Assert.False(isKept);
        foreach (var page in others) Assert.True((await ReadAsync(page)).IsKept, page);
        Assert.True((await ReadAsync("/stranitsa-kotoruiu-praviat")).IsKept);
    }

    [Fact]
    public async Task A_list_shows_the_new_words_of_what_stands_in_it()
    {
        var author = await district.SignInAsync("methodist");
        var address = await author.WriteAsync("News", "Новость с аннотацией", "Слова.", true, ("Item.News.Summary.Text", "Старая аннотация."));
        await author.WriteAsync("Page", "Ничего о новостях", "Слова.");
        foreach (var page in new[] { "/news", "/", "/nichego-o-novostiakh" }) await ReadAsync(page);
        Assert.True((await ReadAsync("/news")).IsKept);

        await RewriteAsync(author, address, new() { ["Item.News.Summary.Text"] = "Новая аннотация." });
        Assert.Contains("Новая аннотация.", (await ReadAsync("/news")).Text);
        Assert.Contains("Новая аннотация.", (await ReadAsync("/news/novost-s-annotatsiei")).Text);
        Assert.False((await ReadAsync("/")).IsKept);
        Assert.True((await ReadAsync("/nichego-o-novostiakh")).IsKept);
    }

    [Fact]
    public async Task A_page_shows_the_new_words_of_a_text_that_its_block_names()
    {
        var author = await district.SignInAsync("methodist");
        var address = await author.WriteAsync("Faq", "Где лежит ответ?", "Ответ прежний.");
        using var program = await district.AdminProgramAsync();
        object block = new { ContentItemId = new string('q', 26), ContentType = "QuestionsBlock", QuestionsBlock = new { Questions = new { ContentItemIds = new[] { address.Split('/')[^1] } } } };
        using var made = await program.PostAsJsonAsync("/api/v1/content/items", new { contentType = "Page", culture = "ru", publish = true, data = new { TitlePart = new { Title = "Вопросы на странице" }, BagPart = new { ContentItems = new[] { block } } } }, JsonSerializerOptions.Default);
        var slug = $"{(await made.Content.ReadFromJsonAsync<JsonNode>())!["slug"]}";
        Assert.Contains("Ответ прежний.", (await ReadAsync($"/{slug}")).Text);
        Assert.True((await ReadAsync($"/{slug}")).IsKept);

        await RewriteAsync(author, address, new() { [Writing.Text] = "Ответ новый." });
        Assert.Contains("Ответ новый.", (await ReadAsync($"/{slug}")).Text);
    }

    [Fact]
    public async Task Another_title_is_seen_on_every_page_that_may_name_it()
    {
        var author = await district.SignInAsync("methodist");
        var head = await author.WriteAsync("Page", "Раздел сверху", "Слова.");
        await author.WriteAsync("Page", "Под разделом", "Слова.", true, ("Item.TreePart.Parent", head.Split('/')[^1]));
        var below = (await district.Visitor().OpenAsync("/razdel-sverkhu")).Document.QuerySelectorAll("main a").First(a => a.TextContent.Contains("Под разделом", StringComparison.Ordinal)).GetAttribute("href")!;
        Assert.Contains("Раздел сверху", (await ReadAsync(below)).Text);

        await RewriteAsync(author, head, new() { [Writing.Title] = "Раздел иначе" });
        Assert.Contains("Раздел иначе", (await ReadAsync(below)).Text);
    }

    [Fact]
    public void What_was_forgotten_of_single_texts_counts_as_changed_when_the_last_of_it_did()
    {
        var touches = SiteTouches.Read("");
        for (var n = 1; n <= SiteTouches.Most + 2; n++) touches = touches.With([$"text{n}", "all"], n);
        touches = SiteTouches.Read(touches.ToString());

        Assert.Equal(SiteTouches.Most + 2, touches.Of(["all"]));
        Assert.Equal(10, touches.Of(["text10"]));
        Assert.Equal(3, touches.Of(["text1"]));     // three have been forgotten
        Assert.Equal(3, touches.Of(["never"]));
        Assert.Equal(3, touches.Of([]));
        Assert.Equal(0, SiteTouches.None.Of(["text1"]));
        foreach (var strange in new[] { "in\ntwo lines", new string('x', SiteTouches.LongestName + 1) })
            Assert.Equal(100, SiteTouches.Read(touches.With([strange], 100).ToString()).Of([strange]));
    }

    private async Task<(string Text, bool IsKept)> ReadAsync(string page)
    {
        using var answer = await district.Visitor().Http.GetAsync(page);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadAsStringAsync(), answer.Headers.Age is not null);
    }

    private static async Task RewriteAsync(Visitor author, string address, Dictionary<string, string> fields)
    {
        var kept = await Writing.SendAsync(author, address, await author.OpenAsync(address), fields, "Publish");
        Assert.True(kept.IsRedirect, kept.Errors);
    }
}
