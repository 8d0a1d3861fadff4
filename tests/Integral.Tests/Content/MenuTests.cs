using System.Net;
using Integral.Tests.Kit;

namespace Integral.Tests.Content;

/// <summary>The menus of the public site: edited by whoever publishes, read in every language.</summary>
public sealed class MenuTests(District district) : IClassFixture<District>
{
    private const string Bag = "Item.MenuItemsListPart", Centre = "/centre";

    [Fact]
    public async Task A_menu_of_two_levels_begins_with_what_is_shown_is_read_in_every_language_and_costs_no_statement()
    {
        var author = await district.SignInAsync("centre", Centre);
        var before = Top(await district.Visitor().OpenAsync($"{Centre}/about"));
        var statements = await CountAsync();
        var address = await BeginAsync(author, Centre);
        var page = await author.OpenAsync(address);
        Assert.Equal(before.Count, Ids(page).Count);
        Assert.Equal(before, Top(await district.Visitor().OpenAsync($"{Centre}/about")));       // a draft changes nothing yet

        var last = Ids(page)[^1];
        page = await DrawAsync(author, page, $"{Bag}.{last}.MenuItemsListPart", "add=LinkMenuItem", []);
        page = await DrawAsync(author, page, $"{Bag}.{last}.MenuItemsListPart", "add=ContentMenuItem", new()
        {
            [Field(page, ".Url")] = "https://example.org/map", [Field(page, "LinkMenuItemPart.Name")] = "Карта школ", [Field(page, "Names.kk")] = "Мектептер картасы",
        });
        Assert.Empty(page.Document.QuerySelectorAll($"[formaction*='{last}.MenuItemsListPart.'][formaction*='add=']"));      // there is no third level
        page = await DrawAsync(author, page, Bag, "by=0", [], Ids(page)[0]);
        var chosen = page.Document.QuerySelectorAll("select[name$='ContentItemIds']").Select(s => s.GetAttribute("name")!).Last();
        var kept = await Writing.SendAsync(author, address, page, new() { [chosen] = "democprogrammesru000000000" }, "Publish");
        Assert.True(kept.IsRedirect, kept.Errors);

        var shown = await district.Visitor().OpenAsync($"{Centre}/about");
        Assert.Equal(before.Skip(1), Top(shown));
        Assert.Equal(["Карта школ", "Как поступить"], Below(shown));
        Assert.Equal(statements, await CountAsync());
        Assert.Equal("page", shown.Document.QuerySelector(".top-nav a[href='/centre/about']")!.GetAttribute("aria-current"));
        Assert.Equal(["Мектептер картасы", "Қалай түсуге болады"], Below(await district.Visitor().OpenAsync($"{Centre}/kk/about")));
        Assert.Equal(["Карта школ", "How to join"], Below(await district.Visitor().OpenAsync($"{Centre}/en/about")));
        var bus = await district.Visitor().OpenAsync($"{Centre}/how-to-join");
        Assert.Equal("true", bus.Document.QuerySelectorAll(".top-nav > ul > li")[^1].QuerySelector("a")!.GetAttribute("aria-current"));
        Assert.Contains("Главное меню", (await author.OpenAsync($"{Centre}/Admin/Content/Uses/democprogrammesru000000000")).Document.QuerySelector("main")!.TextContent);

        await author.SubmitAsync($"{Centre}/Admin/Content/Edit/democprogrammesru000000000", [], to: "handler=Unpublish");
        Assert.Equal(["Карта школ"], Below(await district.Visitor().OpenAsync($"{Centre}/about")));
        await author.SubmitAsync(address, [], to: "handler=Unpublish");
        Assert.Equal(before.Where(l => l != "Как поступить"), Top(await district.Visitor().OpenAsync($"{Centre}/about")));
    }

    [Fact]
    public async Task An_entry_that_may_not_be_followed_is_refused_and_what_was_typed_stays()
    {
        var author = await district.SignInAsync("head", "/school-1");
        var address = await BeginAsync(author, "/school-1", "foot-menu");
        var page = await DrawAsync(author, await author.OpenAsync(address), Bag, "add=LinkMenuItem", []);
        var refused = await Writing.SendAsync(author, address, page, new() { [Field(page, ".Url")] = "javascript:alert(1)", [Field(page, "LinkMenuItemPart.Name")] = "Нажми <script>" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("не может быть адресом ссылки", refused.Errors);
        Assert.Equal("javascript:alert(1)", refused.Document.QuerySelector($"[name='{Field(page, ".Url")}']")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.Forbidden, await (await district.SignInAsync("deputy", "/school-1")).StatusAsync("/school-1/Admin/Menus"));
    }

    private async Task<int> CountAsync()
    {
        var visitor = district.Visitor();
        visitor.Http.DefaultRequestHeaders.Add("Authorization", "Bearer nobody");      // keeps the output cache out of it
        await visitor.OpenAsync($"{Centre}/about");
        district.Statements.Reset();
        await visitor.OpenAsync($"{Centre}/about");
        return district.Statements.Seen.Count(s => !s.Contains("catalogue_number", StringComparison.Ordinal));
    }

    private static async Task<string> BeginAsync(Visitor author, string tenant = "", string alias = "main-menu")
    {
        var begun = await author.SubmitAsync($"{tenant}/Admin/Menus", [], to: $"alias={alias}");
        Assert.True(begun.IsRedirect, begun.Errors);
        return $"{begun.Location}";
    }

    private static async Task<Answer> DrawAsync(Visitor author, Answer page, string bag, string what, Dictionary<string, string> fields, string? block = null)
    {
        var button = block is null ? what : $"block={block}&{what}";
        var to = page.Document.QuerySelectorAll("[formaction*='handler=Block']").Select(b => b.GetAttribute("formaction")!).First(a => $"{a}&".Contains($"bag={bag}&", StringComparison.Ordinal) && a.Contains(button, StringComparison.Ordinal));
        var drawn = await Writing.SendToAsync(author, to, page, fields);
        Assert.Equal(HttpStatusCode.OK, drawn.Status);
        return drawn;
    }

    private static List<string> Ids(Answer page) => [.. page.Document.QuerySelectorAll($"[name='{Bag}.Order']").Select(o => o.GetAttribute("value") ?? "").Where(o => o.Length > 0)];
    private static string Field(Answer page, string ending) => page.Document.QuerySelectorAll($"[name$='{ending}']")[^1].GetAttribute("name")!;
    private static List<string> Top(Answer page) => [.. page.Document.QuerySelectorAll(".top-nav > ul > li > a").Select(a => a.TextContent)];
    private static List<string> Below(Answer page) => [.. page.Document.QuerySelectorAll(".top-nav details a").Select(a => a.TextContent.Trim())];
}
