using System.Text.RegularExpressions;
using Integral.BrowserTests.Kit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Integral.BrowserTests;

/// <summary>Looking for something: a visitor from any page, and whoever writes for what isn't published yet.</summary>
[Collection(nameof(Journeys))]
public sealed class SearchJourneys(Journeys district)
{
    [Fact]
    public async Task A_visitor_searches_from_the_head_of_a_page_and_mistypes()
    {
        await using var visitor = await district.VisitorAsync();
        await visitor.VisitAsync("/news");
        await AskAsync(visitor, "header", "олимпиода");
        await Expect(visitor.Page).ToHaveURLAsync(new Regex(@"/search\?q="));
        await Expect(visitor.Main.GetByRole(AriaRole.Listitem).First).ToContainTextAsync("олимпиад", new() { IgnoreCase = true });
        await Expect(visitor.Main.Locator("mark").First).ToBeVisibleAsync();
        await visitor.LooksRightAsync();
        await visitor.Main.GetByRole(AriaRole.Listitem).GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(visitor.Main.Locator("h1")).ToContainTextAsync("олимпиад", new() { IgnoreCase = true });
    }

    [Fact]
    public async Task A_methodologist_searches_from_the_menu_of_the_cabinet()
    {
        await using var methodist = await district.EnterAsync("methodist");
        await methodist.GoAsync("/cabinet");
        await AskAsync(methodist, "nav.side", "каникулы");
        await Expect(methodist.Page).ToHaveURLAsync(new Regex(@"/search\?q="));
        await Expect(methodist.Main.GetByRole(AriaRole.Listitem).First).ToContainTextAsync("каникул", new() { IgnoreCase = true });
        await methodist.LooksRightAsync();
    }

    private static async Task AskAsync(Someone someone, string place, string words)
    {
        var box = someone.Page.Locator(place).GetByRole(AriaRole.Searchbox);
        await box.FillAsync(words);
        await box.PressAsync("Enter");
    }
}
