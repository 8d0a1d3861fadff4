using Integral.Content.Data;
using Integral.Tests.Jobs;
using Integral.Tests.Kit;
using Integral.Tests.Recipes;
using Microsoft.EntityFrameworkCore;

namespace Integral.Tests.Content;

/// <summary>News of the district on its schools' sites.</summary>
public sealed class SharedTextTests(JobDistrict district) : IClassFixture<JobDistrict>, IDisposable
{
    private readonly Folder folder = new();

    [Fact]
    public async Task News_for_those_below_appears_on_their_sites_with_its_pictures_and_where_it_is_from()
    {
        await PublishAsync("quarantine", "Карантин", isForBelow: true);
        var list = await district.Visitor().OpenAsync("school-1/news");
        var link = list.Document.QuerySelectorAll("a").Single(a => a.TextContent.Trim() == "Карантин").GetAttribute("href")!;
        Assert.Equal("/school-1/news/above/quarantine", link);
        Assert.Contains("Демонстрационный район", list.Text, StringComparison.Ordinal);

        var page = await district.Visitor().OpenAsync(link.TrimStart('/'));
        Assert.Contains("до пятницы", page.Text, StringComparison.Ordinal);
        Assert.Contains("Демонстрационный район", page.Text, StringComparison.Ordinal);
        Assert.Equal("/media/a.png", page.Document.QuerySelector("main img")!.GetAttribute("src"));
        Assert.Equal("/about", page.Document.QuerySelectorAll("main a").Single(a => a.TextContent == "о районе").GetAttribute("href"));
    }

    [Fact]
    public async Task What_is_changed_above_is_changed_below_and_what_is_not_for_them_any_more_goes()
    {
        await PublishAsync("changing", "Раньше", isForBelow: true);
        await PublishAsync("changing", "Позже", isForBelow: true);
        Assert.Equal(["Позже"], await TitlesAsync("centre", "news/above/changing"));

        await PublishAsync("changing", "Позже", isForBelow: false);
        Assert.Empty(await TitlesAsync("centre", "news/above/changing"));
        Assert.Equal(["Позже"], await TitlesAsync("", "news/changing"));
    }

    [Fact]
    public async Task Whoever_writes_ticks_that_those_below_show_it_and_is_asked_only_where_there_are_any()
    {
        const string Address = "/Admin/Content/Edit?type=News", Below = "Item.SharePart.Below";
        var author = await district.SignInAsync("methodist");
        var kept = await author.WriteAsync("News", "Для всех школ", "Занятий нет.", more: (Below, "true"));
        await district.AllAsync();
        Assert.Equal(["Для всех школ"], await TitlesAsync("school-1", "news/above/dlia-vsekh-shkol"));

        var opened = await author.OpenAsync(kept);
        Assert.True(opened.Document.QuerySelector($"input[type=checkbox][name='{Below}']")!.HasAttribute("checked"));
        await Writing.SendAsync(author, kept, opened, [], "Publish");      // the box isn't ticked any more
        await district.AllAsync();
        Assert.Empty(await TitlesAsync("school-1", "news/above/dlia-vsekh-shkol"));

        var head = await district.SignInAsync("head", "/school-1");
        Assert.Null((await head.OpenAsync($"/school-1{Address}")).Document.QuerySelector($"[name='{Below}']"));
    }

    [Fact]
    public async Task A_page_of_the_same_address_stays_the_school_s_own()
    {
        var above = await district.InDbAsync("", db => db.ContentItems.Where(i => i.Slug != null).Select(i => i.Slug!).ToListAsync());
        var own = await district.InDbAsync("school-2", db => db.ContentItems.Where(i => i.Slug!.StartsWith("news/") && i.OriginId == null && !above.Contains(i.Slug!)).Select(i => i.Slug!).FirstAsync());
        await PublishAsync(own["news/".Length..], "Одноимённая", isForBelow: true, path: own);
        Assert.DoesNotContain("Одноимённая", await TitlesAsync("school-2", own));
        Assert.Equal(["Одноимённая"], await TitlesAsync("school-2", own.Replace("news/", "news/above/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_copy_is_not_exported_as_the_school_s_own()
    {
        await PublishAsync("not-theirs", "Чужая", isForBelow: true);
        var terminal = new Terminal(district);
        await terminal.DoAsync("recipes", "export", "--tenant", "school-1", "--out", folder.At("school.recipe.json"));
        Assert.DoesNotContain("Чужая", await File.ReadAllTextAsync(folder.At("school.recipe.json")), StringComparison.Ordinal);
    }

    private async Task PublishAsync(string name, string title, bool isForBelow, string? path = null)
    {
        var id = SharedId(name);
        folder.Write($"{name}.recipe.json", $$"""
            { "steps": [ { "name": "content", "Data": [ {
              "ContentItemId": "{{id}}", "ContentType": "News", "TitlePart": { "Title": "{{title}}" }, "AutoroutePart": { "Path": "{{path ?? $"news/{name}"}}" },
              "SharePart": { "Below": {{(isForBelow ? "true" : "false")}} }, "MarkdownBodyPart": { "Markdown": "Занятий нет до пятницы. ![](~/media/a.png) [о районе](~/about)" } } ] } ] }
            """);
        await new Terminal(district).DoAsync("recipes", "run", folder.At($"{name}.recipe.json"), "--tenant", "/");
        await district.AllAsync();
    }

    private static string SharedId(string name) => Integral.Content.Sharing.SharedText.CopyOf(Guid.Empty, name);

    private Task<List<string>> TitlesAsync(string tenant, string slug) => district.InDbAsync(tenant, db => db.ContentItems.Where(i => i.Slug == slug).Select(i => i.DisplayText).ToListAsync());

    public void Dispose() => folder.Dispose();
}
