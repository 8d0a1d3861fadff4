using Integral.BrowserTests.Kit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Integral.BrowserTests;

/// <summary>The way through a site: its menus and its tree of pages.</summary>
[Collection(nameof(Journeys))]
public sealed class MenuJourneys(Journeys district)
{
    [Fact]
    public async Task A_methodologist_changes_the_menu_and_moves_a_page_and_a_visitor_on_a_phone_finds_both()
    {
        await using var author = await district.EnterAsync("methodist");
        await author.GoAsync("/Admin/Menus");
        await author.LooksRightAsync();
        await author.Main.GetByRole(AriaRole.Link, new() { Name = "Change: Main menu" }).ClickAsync();
        await author.LooksRightAsync();
        await author.Main.Locator("summary", new() { HasText = "Add an entry" }).Last.ClickAsync();
        await author.Main.GetByRole(AriaRole.Button, new() { Name = "Another address" }).Last.ClickAsync();
        await author.Page.GetByLabel("Address", new() { Exact = true }).Last.FillAsync("https://example.org/map");
        await author.Page.Locator("input[name$='LinkMenuItemPart.Name']").Last.FillAsync("Карта школ");
        await author.PressAsync("Publish");
        await author.SeesAsync("Published. Visitors see it now.");

        await author.GoAsync("/Admin/Content/Edit?type=Page");
        await author.FillAsync("Title of the page", "Музей района");
        await author.FillAsync("Text", "Открыт по субботам.");
        await author.Page.Locator("select[name='Item.TreePart.Parent']").SelectOptionAsync("demodhistoryru000000000000");
        await author.PressAsync("Publish");
        await author.SeesAsync("Published. Visitors see it now.");
        await author.GoAsync("/Admin/Content/Tree");
        await author.LooksRightAsync();
        await author.GoAsync("/Admin/Content/Tree?under=demodhistoryru000000000000");
        await author.TickAsync("Change the addresses too");
        await author.Main.GetByRole(AriaRole.Button, new() { Name = "Take “Музей района” out of “История района”" }).ClickAsync();
        await author.SeesAsync("Moved.");
        await author.LooksRightAsync();

        await using var visitor = await district.VisitorAsync("ru");
        await visitor.Page.SetViewportSizeAsync(Someone.Phone, 740);
        await visitor.GoAsync("/history/muzei-raiona");      // where it was at first
        await visitor.IsAtAsync("/about/muzei-raiona");
        await Expect(visitor.Page.GetByRole(AriaRole.Navigation, new() { Name = "Вы находитесь здесь" }).GetByRole(AriaRole.Link)).ToHaveTextAsync(["Главная", "Об отделе образования"]);
        await visitor.Page.Locator("header summary", new() { HasText = "Меню" }).ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Link, new() { Name = "Карта школ" })).ToBeVisibleAsync();
        await visitor.Page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Link, new() { Name = "Школьный автобус" }).ClickAsync();
        await visitor.ReadsAsync("Школьный автобус");
        await visitor.LooksRightAsync();

        await visitor.Page.SetViewportSizeAsync(Someone.Desk, 800);
        await visitor.Page.Locator(".top-nav summary", new() { HasText = "Родителям" }).ClickAsync();
        await Expect(visitor.Page.Locator(".top-nav").GetByRole(AriaRole.Link, new() { Name = "Школьный автобус" })).ToHaveAttributeAsync("aria-current", "page");
        Assert.Empty(await visitor.Page.AxeAsync());
    }
}
