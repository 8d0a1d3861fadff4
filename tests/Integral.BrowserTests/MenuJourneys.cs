using Integral.BrowserTests.Kit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Integral.BrowserTests;

/// <summary>What visitors find above and below every page, and which page stands under which.</summary>
[Collection(nameof(Journeys))]
public sealed class MenuJourneys(Journeys district)
{
    [Fact]
    public async Task A_methodologist_adds_an_entry_to_the_menu_and_a_visitor_follows_it()
    {
        await using var author = await district.EnterAsync("methodist");
        await author.VisitAsync("/Admin/Menus");
        var main = author.Main.GetByRole(AriaRole.Region, new() { Name = "Main menu" }).Or(author.Main.Locator("section", new() { HasText = "Main menu" })).First;
        var own = main.GetByRole(AriaRole.Button, new() { Name = "Make one’s own: Main menu" });
        if (await own.CountAsync() > 0) await own.ClickAsync();
        else await main.GetByRole(AriaRole.Link, new() { Name = "Change: Main menu" }).ClickAsync();
        var entries = author.Page.Locator("#item-form fieldset[data-block]");
        await Expect(entries.First).ToBeVisibleAsync();
        await author.LooksRightAsync();
        var before = await entries.CountAsync();

        await author.Main.Locator("summary", new() { HasText = "Add an entry" }).Last.ClickAsync();
        await author.Main.GetByRole(AriaRole.Button, new() { Name = "Another address" }).Last.ClickAsync();
        await Expect(entries).ToHaveCountAsync(before + 1);
        var added = entries.Last;
        await added.Locator("[name$='.Url']").FillAsync("https://example.org/olympiads");
        await added.Locator("[name$='LinkMenuItemPart.Name']").FillAsync("Олимпиады края");
        await added.Locator("[name$='.Names.en']").FillAsync("Olympiads of the region");
        await author.LooksRightAsync();
        foreach (var width in new[] { Someone.Phone, Someone.Desk })
        {
            await author.Page.SetViewportSizeAsync(width, 800);
            await author.Page.PhotographAsync("menu-editor");
        }
        await author.PressAsync("Publish");
        await author.SeesAsync("Published. Visitors see it now.");
        await Expect(entries.Last).ToContainTextAsync("Another address: Олимпиады края");

        await using var visitor = await district.VisitorAsync();
        await visitor.VisitAsync("/news");
        await Expect(visitor.Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "Олимпиады края" }).First).ToHaveAttributeAsync("href", "https://example.org/olympiads");
        await visitor.GoAsync("/en/news");
        await Expect(visitor.Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "Olympiads of the region" }).First).ToBeAttachedAsync();
    }

    [Fact]
    public async Task A_page_is_put_under_another_one_and_a_visitor_sees_the_path_to_it()
    {
        await using var author = await district.EnterAsync("methodist");
        await WriteAsync("Кабинет химии", null);
        await WriteAsync("Правила кабинета", "Кабинет химии");

        await using var visitor = await district.VisitorAsync();
        await visitor.VisitAsync("/kabinet-khimii/pravila-kabineta");
        await visitor.FollowAsync("Кабинет химии");
        await visitor.ReadsAsync("Кабинет химии");
        await visitor.SeesAsync("Правила кабинета");
        await visitor.LooksRightAsync();

        await author.VisitAsync("/Admin/Content/Tree?Q=" + Uri.EscapeDataString("Правила кабинета"));
        await author.SeesAsync("Правила кабинета");
        await author.Page.PhotographAsync("tree");

        async Task WriteAsync(string title, string? under)
        {
            await author.GoAsync("/Admin/Content/Edit?type=Page");
            await author.FillAsync("Title of the page", title);
            await author.FillAsync("Text", $"{title}: расписание и ответственные.");
            if (under is not null) await author.Page.GetByLabel("Stands under").SelectOptionAsync(new SelectOptionValue { Label = $"{under} · /kabinet-khimii" });
            await author.PressAsync("Publish");
            await author.SeesAsync("Published. Visitors see it now.");
        }
    }
}
