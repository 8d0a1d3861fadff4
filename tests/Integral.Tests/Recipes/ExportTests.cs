using System.Text.Json.Nodes;
using Integral.Content.Data;
using Integral.People.Contracts;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;

namespace Integral.Tests.Recipes;

/// <summary>School 1 of the demo, with a picture, a draft, a role of its own and a text that looks like a script.</summary>
public sealed class ExportTests(District district) : IClassFixture<District>, IAsyncLifetime
{
    private const string Pixel = "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";

    private readonly Folder folder = new();
    private readonly Terminal terminal = new(district);

    public async ValueTask InitializeAsync()
    {
        folder.Write("more.recipe.json", $$"""
            { "name": "more", "steps": [
              { "name": "media", "Files": [
                { "TargetPath": "news/bell.gif", "Base64": "{{Pixel}}" }, { "TargetPath": "news", "Base64": "{{Pixel}}" }, { "TargetPath": "о школе/план 1.gif", "Base64": "{{Pixel}}" } ] },
              { "name": "settings", "SiteName": "[js: parameters('SiteName')]", "TimeZoneId": "Asia/Almaty", "SiteSalt": "pinch", "MapsApiKey": "maps-hush",
                "Mail": { "Host": "mail.example", "Password": "hush-hush", "Pools": [ [ { "Port": 25, "api_key": "deep-hush" } ] ] } },
              { "name": "ContentDefinition", "ContentTypes": [ { "Name": "Album", "DisplayName": "Album", "Settings": { "ContentTypeSettings": { "Creatable": true, "Draftable": true } },
                "ContentTypePartDefinitionRecords": [
                  { "PartName": "TitlePart", "Name": "TitlePart", "Settings": { "ContentTypePartSettings": { "Position": "0" } } },
                  { "PartName": "BagPart", "Name": "Pictures", "Settings": { "BagPartSettings": { "ContainedContentTypes": [ "Page" ] } } } ] } ] },
              { "name": "Roles", "Roles": [
                { "Name": "teacher", "Permissions": [ "people.view" ], "PermissionBehavior": "Add" },
                { "Name": "nurse", "Title": "Медсестра", "Permissions": [ "people.view" ] } ] },
              { "name": "content", "Data": [
                { "ContentItemId": "exportalbum000000000000000", "ContentItemVersionId": "exportalbumfirst0000000000", "ContentType": "Album", "TitlePart": { "Title": "Album" },
                  "Pictures": { "ContentItems": [ { "ContentType": "Page", "Owner": "nested-owner", "Author": "nested-author", "TitlePart": { "Title": "In the album" }, "CommonPart": { "Owner": "common-owner" } } ] } },
                { "ContentItemId": "exportpage0000000000000000", "ContentItemVersionId": "exportpagefirst00000000000", "ContentType": "Page", "Author": "registrar@demo.local",
                  "TitlePart": { "Title": "Shown" }, "AutoroutePart": { "Path": "shown" }, "MarkdownBodyPart": { "Markdown": "[js: '[file:text(\\'secret.txt\\')]']" } },
                { "ContentItemId": "exportpage0000000000000000", "ContentItemVersionId": "exportpagedraft00000000000", "ContentType": "Page", "Latest": true, "Published": false,
                  "TitlePart": { "Title": "Being written" }, "AutoroutePart": { "Path": "shown" }, "MarkdownBodyPart": { "Markdown": "Not yet" } } ] } ] }
            """);
        await terminal.DoAsync("recipes", "run", folder.At("more.recipe.json"), "--tenant", "/school-1");
    }

    [Fact]
    public async Task A_site_made_from_an_export_is_exported_the_same()
    {
        await ExportAsync("school-1", "first");
        await CreateAsync("copy", "first");
        await ExportAsync("copy", "second");

        Assert.Equal(Steps("first"), Steps("second"));
        Assert.Equal(FilesOf("first"), FilesOf("second"));
        Assert.Equal(8, FilesOf("first").Count);       // the five pictures of the school's own recipe, and the three of this one
    }

    [Fact]
    public async Task A_site_made_from_an_export_shows_the_same_pages()
    {
        await ExportAsync("school-1", "pages");
        await CreateAsync("same-pages", "pages");
        await district.SettleAsync();       // the district's news come from above to both
        var visitor = district.Visitor();

        foreach (var page in new[] { "", "/about", "/kk/about", "/news", "/shown" })
            Assert.Equal(Words(await visitor.OpenAsync($"/school-1{page}")), Words(await visitor.OpenAsync($"/same-pages{page}")));
        Assert.Equal(await visitor.Http.GetByteArrayAsync("/school-1/media/news/bell.gif"), await visitor.Http.GetByteArrayAsync("/same-pages/media/news/bell.gif"));
        var draft = await district.InDbAsync("same-pages", async db => (await db.ContentItems.Include(i => i.Versions).SingleAsync(i => i.ContentItemId == "exportpage0000000000000000")).Latest);
        Assert.Contains("Being written", draft!.Data);
    }

    [Fact]
    public async Task A_logo_goes_with_the_site()
    {
        await ExportAsync("centre", "logo");
        await CreateAsync("other-centre", "logo");
        await ExportAsync("other-centre", "logo-again");

        Assert.Contains("\"BrandLogo\"", Steps("logo"));
        Assert.Equal(Steps("logo"), Steps("logo-again"));
        Assert.Equal(FilesOf("logo"), FilesOf("logo-again"));
        var visitor = district.Visitor();
        Assert.Equal(await visitor.Http.GetByteArrayAsync("/centre/brand-logo"), await visitor.Http.GetByteArrayAsync("/other-centre/brand-logo"));
    }

    [Fact]
    public async Task A_text_that_looks_like_a_script_comes_back_as_a_text()
    {
        await ExportAsync("school-1", "scripts");
        await CreateAsync("scripts-copy", "scripts");

        Assert.Contains("[file:text(", (await district.Visitor().OpenAsync("/scripts-copy/shown")).Document.Body!.TextContent);
    }

    [Fact]
    public async Task Nothing_personal_and_no_secret_is_exported()
    {
        var said = await ExportAsync("school-1", "public");
        await CreateAsync("nobody-here", "public");
        var text = File.ReadAllText(folder.At("public/site.recipe.json"));

        foreach (var secret in new[] { "demo.local", "hush-hush", "maps-hush", "deep-hush", "api_key", "pinch", "Password", "Соколова", "nested-owner", "nested-author", "common-owner" }) Assert.DoesNotContain(secret, text);
        Assert.Contains("In the album", text);
        foreach (var name in new[] { "Mail.Password", "MapsApiKey", "Mail.Pools.api_key" }) Assert.Contains(name, said);
        Assert.Equal(0, await district.InDbAsync("nobody-here", db => db.Set<Person>().CountAsync()));
    }

    [Fact]
    public async Task An_export_writes_over_nothing_and_leaves_nothing_half_done()
    {
        folder.Write("full/site.recipe.json", "mine");
        var refused = await terminal.RunAsync("recipes", "export", "--tenant", "school-1", "--out", folder.At("full/site.recipe.json"));
        var nameless = await terminal.RunAsync("recipes", "export", "--tenant", "school-1", "--out", folder.At("full/site.txt"));
        var nowhere = await terminal.RunAsync("recipes", "export", "--tenant", "nowhere", "--out", folder.At("full/other.json"));

        Assert.Equal((1, 1, 1), (refused.Code, nameless.Code, nowhere.Code));
        Assert.Contains("is there already", refused.Error);
        Assert.Contains("ends in .json", nameless.Error);
        Assert.Contains("There is no institution at 'nowhere'", nowhere.Error);
        Assert.Equal("mine", File.ReadAllText(folder.At("full/site.recipe.json")));
        Assert.Single(Directory.EnumerateFileSystemEntries(folder.At("full")));
    }

    private Task<string> ExportAsync(string tenant, string to) => terminal.DoAsync("recipes", "export", "--tenant", tenant, "--out", folder.At($"{to}/site.recipe.json"));

    private Task<string> CreateAsync(string path, string from) =>
        terminal.DoAsync("tenants", "create", "--recipe", folder.At($"{from}/site.recipe.json"), "--path", path, "--name", "Школа № 1", "--culture", "ru", "--time-zone", "Asia/Almaty");

    private string Steps(string name) => JsonNode.Parse(File.ReadAllText(folder.At($"{name}/site.recipe.json")))!["steps"]!.ToJsonString();

    private List<(string, string)> FilesOf(string name) =>
        [.. Directory.EnumerateFiles(folder.At($"{name}/site"), "*", SearchOption.AllDirectories).Order().Select(f => (Path.GetRelativePath(folder.At(name), f), Convert.ToBase64String(File.ReadAllBytes(f))))];

    private static string Words(Answer page) => $"{page.Status} {string.Join(' ', page.Document.QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}";

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
