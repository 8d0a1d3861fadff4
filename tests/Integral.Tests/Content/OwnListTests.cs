using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integral.Content.Data;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;

namespace Integral.Tests.Content;

/// <summary>Lists that are pages themselves, and lists within blocks that a term narrows.</summary>
public sealed class OwnListTests(District district) : IClassFixture<District>
{
    [Fact]
    public async Task A_kind_of_page_with_a_list_shows_what_its_authors_put_into_it()
    {
        var author = await district.SignInArmedAsync("methodist");
        var entry = await MakeAsync(author, new() { ["title"] = "Blog entry", ["parts"] = new JsonArray("MarkdownBodyPart", "AutoroutePart"), ["fields"] = new JsonArray() });
        var refused = await author.Http.PostAsJsonAsync("/api/v1/content/types", new JsonObject { ["title"] = "Blog", ["parts"] = new JsonArray("ListPart", "AutoroutePart"), ["fields"] = new JsonArray() });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var blog = await MakeAsync(author, new() { ["title"] = "Blog", ["parts"] = new JsonArray("MarkdownBodyPart", "ListPart", "AutoroutePart"), ["contained"] = new JsonArray(entry), ["fields"] = new JsonArray() });
        Assert.Equal([entry], (await author.Http.GetFromJsonAsync<JsonObject>($"/api/v1/content/types/{blog}"))!["contained"]!.AsArray().Select(t => $"{t}"));
        Assert.Contains("checked", (await author.OpenAsync($"/Admin/Content/Types/Edit/{blog}")).Document.QuerySelector($"[name='Form.Contained'][value='{entry}']")!.OuterHtml);

        var list = (await author.WriteAsync(blog, "Блог методиста", "О чём он."))[^26..];
        for (var n = 1; n <= 21; n++) await author.WriteAsync(entry, $"Запись {n}", "Слова.", more: ("Item.ContainedPart.ListContentItemId", list));
        var alone = await author.WriteAsync(entry, "Сама по себе", "Слова.");

        var page = (await district.Visitor().OpenAsync("/blog-metodista")).Document;
        Assert.Equal(["Запись 21", "Запись 20"], page.QuerySelectorAll("main h2 a").Select(a => a.TextContent.Trim()).Take(2));
        Assert.DoesNotContain("Сама по себе", page.Body!.TextContent);
        Assert.Equal(["Запись 1"], (await district.Visitor().OpenAsync(page.QuerySelector("a[rel=next]")!.GetAttribute("href")!)).Document.QuerySelectorAll("main h2 a").Select(a => a.TextContent.Trim()));
        Assert.NotNull((await author.OpenAsync(alone)).Document.QuerySelector($"select[name='Item.ContainedPart.ListContentItemId'] option[value='{list}']"));
        Assert.Null((await author.OpenAsync("/Admin/Content/Edit?type=Page")).Document.QuerySelector("select[name='Item.ContainedPart.ListContentItemId']"));
    }

    [Fact]
    public async Task A_list_within_a_block_shows_only_what_has_its_term()
    {
        var (term, titles) = await district.InDbAsync("", async db =>
        {
            var terms = db.ReferenceTerms;
            var ids = await terms.Where(t => !terms.Any(b => b.ParentId == t.Id)).Select(t => t.TermId).ToListAsync();
            var documents = db.ContentItems.Where(i => i.ContentType == "Document" && i.PublishedAt != null && i.Culture == "ru");
            var found = await documents.SelectMany(i => i.Fields.Where(f => f.Text != null && ids.Contains(f.Text)), (i, f) => new { f.Text, i.DisplayText }).ToListAsync();
            var group = found.GroupBy(f => f.Text!).Where(g => g.Count() < 24).OrderByDescending(g => g.Count()).First();
            return (group.Key, group.Select(g => g.DisplayText).ToList());
        });
        var author = await district.SignInAsync("methodist");
        const string New = "/Admin/Content/Edit?type=Page";
        var page = await author.OpenAsync(New);
        page = await Writing.SendToAsync(author, page.Document.QuerySelector("[formaction*='add=ListBlock']")!.GetAttribute("formaction")!, page, new() { [Writing.Title] = "Документы одного вида" });
        string Name(string field) => page.Document.QuerySelector($"[name$='ListBlock.{field}']")!.GetAttribute("name")!;
        var refused = await Writing.SendAsync(author, New, page, new() { [Name("Of.Text")] = "Document", [Name("Term.Text")] = "no-such-term" }, "Publish");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        var kept = await Writing.SendAsync(author, New, page, new() { [Name("Of.Text")] = "Document", [Name("Most.Value")] = "24", [Name("Term.Text")] = term }, "Publish");
        Assert.True(kept.IsRedirect, kept.Errors);

        var shown = (await district.Visitor().OpenAsync("/dokumenty-odnogo-vida")).Document;
        Assert.Equal(titles.Order(StringComparer.Ordinal), shown.QuerySelectorAll("main section h3 a").Select(a => a.TextContent.Trim()).Order(StringComparer.Ordinal));
        var all = await district.Visitor().OpenAsync(shown.QuerySelector("main section a[href*='documents?']")!.GetAttribute("href")!);
        Assert.All(titles, title => Assert.Contains(title, all.Document.QuerySelector("main")!.TextContent));
    }

    private static async Task<string> MakeAsync(Visitor author, JsonObject type)
    {
        var made = await author.Http.PostAsJsonAsync("/api/v1/content/types", type);
        Assert.True(made.IsSuccessStatusCode, await made.Content.ReadAsStringAsync());
        return $"{(await made.Content.ReadFromJsonAsync<JsonObject>())!["name"]}";
    }
}
