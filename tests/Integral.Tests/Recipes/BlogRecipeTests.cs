using System.Net;
using System.Text.Json.Nodes;
using Integral.Tests.Kit;

namespace Integral.Tests.Recipes;

/// <summary>A site that recipes in the format of Orchard Core make: a blog with its posts, an article and a menu of two levels.</summary>
public sealed class BlogRecipeTests(District district) : IClassFixture<District>, IDisposable
{
    private const int Posts = 45;

    private readonly Folder folder = new();

    [Fact]
    public async Task A_blog_can_be_browsed_from_its_menu_to_its_oldest_post_and_nothing_but_what_is_said_is_left_out()
    {
        folder.Write("journal.recipe.json", Recipe());
        var printed = await new Terminal(district).RunAsync("tenants", "create", "--recipe", folder.At("journal.recipe.json"), "--path", "journal", "--name", "Journal", "--culture", "en", "--lenient");
        Assert.True(printed.Code == 0, printed.Error);
        Assert.Equal(3, printed.Output.Split('\n').Count(l => l.StartsWith('-')));      // the theme, the layers and the feature

        var visitor = district.Visitor();
        var home = await visitor.OpenAsync("/journal/");
        Assert.Equal(HttpStatusCode.OK, home.Status);
        var links = home.Document.QuerySelectorAll(".top-nav a").Select(a => (a.TextContent.Trim(), a.GetAttribute("href")!)).ToList();
        Assert.Equal([("Home", "/journal/"), ("About", "/journal/about"), ("The blog", "/journal/blog"), ("Elsewhere", "https://example.org/")], links);
        foreach (var (title, href) in links.Where(l => l.Item2[0] == '/')) Assert.True(await visitor.StatusAsync(href) == HttpStatusCode.OK, title);

        var seen = new HashSet<string>();
        for (var at = "/journal/blog"; at is not null;)
        {
            var page = (await visitor.OpenAsync(at)).Document;
            foreach (var link in page.QuerySelectorAll("main a[href*='/blog/']")) seen.Add(link.GetAttribute("href")!);
            at = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }
        Assert.Equal(Posts, seen.Count);
        foreach (var post in seen.Take(3)) Assert.Equal(HttpStatusCode.OK, await visitor.StatusAsync(post));
    }

    private static string Recipe()
    {
        var posts = Enumerable.Range(1, Posts).Select(n => (JsonNode)new JsonObject
        {
            ["ContentItemId"] = $"journalpost{n:000000000000000}", ["ContentType"] = "BlogPost", ["DisplayText"] = $"Post {n}", ["Latest"] = true, ["Published"] = true, ["PublishedUtc"] = $"2026-01-{1 + n % 28:00}T08:00:00Z",
            ["TitlePart"] = new JsonObject { ["Title"] = $"Post {n}" }, ["AutoroutePart"] = new JsonObject { ["Path"] = $"blog/post-{n}" }, ["MarkdownBodyPart"] = new JsonObject { ["Markdown"] = "Words." },
            ["ContainedPart"] = new JsonObject { ["ListContentItemId"] = "journalblog000000000000000", ["Order"] = 0 },
        });
        var recipe = JsonNode.Parse("""
            {
              "name": "Journal", "displayName": "Journal", "issetuprecipe": true, "variables": { "homeId": "[js:uuid()]" },
              "steps": [
                { "name": "feature", "enable": [ "Integral.Content", "Some.Other.Feature" ] },
                { "name": "themes", "site": "TheJournalTheme" },
                { "name": "layers", "Layers": [ { "Name": "Always", "LayerRule": { "Conditions": [] } } ] },
                { "name": "ContentDefinition", "ContentTypes": [
                  { "Name": "Blog", "DisplayName": "Blog", "Settings": { "ContentTypeSettings": { "Creatable": true } }, "ContentTypePartDefinitionRecords": [
                    { "PartName": "TitlePart", "Name": "TitlePart", "Settings": { "ContentTypePartSettings": { "Position": "1" } } },
                    { "PartName": "AutoroutePart", "Name": "AutoroutePart", "Settings": {} },
                    { "PartName": "ListPart", "Name": "ListPart", "Settings": { "ListPartSettings": { "PageSize": 10, "ContainedContentTypes": [ "BlogPost" ] } } } ] },
                  { "Name": "BlogPost", "DisplayName": "Blog Post", "Settings": { "ContentTypeSettings": { "Draftable": true } }, "ContentTypePartDefinitionRecords": [
                    { "PartName": "TitlePart", "Name": "TitlePart", "Settings": {} }, { "PartName": "AutoroutePart", "Name": "AutoroutePart", "Settings": {} }, { "PartName": "MarkdownBodyPart", "Name": "MarkdownBodyPart", "Settings": {} } ] },
                  { "Name": "Article", "DisplayName": "Article", "Settings": { "ContentTypeSettings": { "Creatable": true } }, "ContentTypePartDefinitionRecords": [
                    { "PartName": "TitlePart", "Name": "TitlePart", "Settings": {} }, { "PartName": "AutoroutePart", "Name": "AutoroutePart", "Settings": {} }, { "PartName": "HtmlBodyPart", "Name": "HtmlBodyPart", "Settings": {} } ] } ] },
                { "name": "content", "Data": [
                  { "ContentItemId": "[js:uuid()]", "ContentItemVersionId": "[js:uuid()]", "ContentType": "Menu", "DisplayText": "Main Menu", "Latest": true, "Published": true,
                    "MenuPart": {}, "TitlePart": { "Title": "Main Menu" }, "AliasPart": { "Alias": "main-menu" },
                    "MenuItemsListPart": { "MenuItems": [
                      { "ContentType": "LinkMenuItem", "ContentItemId": "[js:uuid()]", "DisplayText": "Home", "LinkMenuItemPart": { "Name": "Home", "Url": "~/" } },
                      { "ContentType": "LinkMenuItem", "ContentItemId": "[js:uuid()]", "DisplayText": "About", "LinkMenuItemPart": { "Url": "~/about" },
                        "MenuItemsListPart": { "MenuItems": [
                          { "ContentType": "ContentMenuItem", "ContentItemId": "[js:uuid()]", "DisplayText": "Blog", "ContentMenuItemPart": { "SelectedContentItem": { "ContentItemIds": [ "journalblog000000000000000" ] } } },
                          { "ContentType": "LinkMenuItem", "ContentItemId": "[js:uuid()]", "DisplayText": "Elsewhere", "LinkMenuItemPart": { "Name": "Elsewhere", "Url": "https://example.org/" } },
                          { "ContentType": "LinkMenuItem", "ContentItemId": "[js:uuid()]", "DisplayText": "Sly", "LinkMenuItemPart": { "Name": "Sly", "Url": "javascript:alert(1)" } } ] } } ] } },
                  { "ContentItemId": "[js: variables('homeId')]", "ContentType": "Article", "DisplayText": "Journal", "Latest": true, "Published": true, "TitlePart": { "Title": "Journal" }, "AutoroutePart": { "SetHomepage": true }, "HtmlBodyPart": { "Html": "<p>Welcome</p>" } },
                  { "ContentItemId": "[js:uuid()]", "ContentType": "Article", "DisplayText": "About", "Latest": true, "Published": true, "TitlePart": { "Title": "About" }, "AutoroutePart": { "Path": "about" }, "HtmlBodyPart": { "Html": "<p>About</p>" } },
                  { "ContentItemId": "journalblog000000000000000", "ContentType": "Blog", "DisplayText": "The blog", "Latest": true, "Published": true, "TitlePart": { "Title": "The blog" }, "AutoroutePart": { "Path": "blog" }, "ListPart": {} } ] } ]
            }
            """)!;
        var data = recipe["steps"]!.AsArray()[^1]!["Data"]!.AsArray();
        foreach (var post in posts) data.Add(post);
        return recipe.ToJsonString();
    }

    public void Dispose() => folder.Dispose();
}
