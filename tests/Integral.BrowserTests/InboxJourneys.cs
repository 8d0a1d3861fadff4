using Integral.BrowserTests.Kit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Integral.BrowserTests;

/// <summary>A clerk's morning: through the inbox by keys, several at once, and a step back.</summary>
[Collection(nameof(Journeys))]
public sealed class InboxJourneys(Journeys district)
{
    [Fact]
    public async Task A_clerk_walks_the_inbox_by_keys_decides_several_alike_and_takes_that_back()
    {
        await using var clerk = await district.EnterAsync("centre", "/centre");
        await clerk.VisitAsync("/centre/Admin/Inbox?Sort=Newest");
        await clerk.LooksRightAsync();
        await clerk.Page.Keyboard.PressAsync("j");
        await clerk.Page.Keyboard.PressAsync("j");
        var second = clerk.Page.Locator("tbody tr").Nth(1);
        await Expect(second.Locator("th a")).ToBeFocusedAsync();
        await clerk.Page.Keyboard.PressAsync("x");
        await Expect(second.Locator("input[type=checkbox]")).ToBeCheckedAsync();
        await second.Locator("th a").FocusAsync();
        await clerk.Page.Keyboard.PressAsync("?");
        await Expect(clerk.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("The next line");
        await clerk.Page.Keyboard.PressAsync("Escape");

        // One is opened, followed and given up for the next of the same list.
        var name = await second.Locator("th a").InnerTextAsync();
        await second.Locator("th a").ClickAsync();
        await clerk.SeesAsync("Your decision");
        await clerk.Page.Keyboard.PressAsync("f");
        await clerk.SeesAsync("You follow it.");
        await clerk.LooksRightAsync();
        var here = clerk.Page.Url;
        await clerk.Page.Keyboard.PressAsync("n");
        await Expect(clerk.Page).Not.ToHaveURLAsync(here);
        await clerk.VisitAsync("/centre/Admin/Inbox?Side=Followed");
        await Expect(clerk.Main).ToContainTextAsync(name);
        await clerk.LooksRightAsync();

        await clerk.VisitAsync("/centre/Admin/Inbox?Sort=Newest");
        await clerk.Page.GetByLabel("To be decided").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await clerk.PressAsync("Find");
        var rows = clerk.Page.Locator("tbody tr");
        var before = await rows.CountAsync();
        for (var n = 0; n < 2; n++) await rows.Nth(n).Locator("input[type=checkbox]").CheckAsync();
        await clerk.Page.GetByText("Decide them alike").ClickAsync();
        await clerk.FillAsync("Why", "The group isn't formed.");
        await clerk.LooksRightAsync();
        await clerk.PressAsync("Refuse (say why)");
        await clerk.SeesAsync("Refuse: 2.");
        await clerk.LooksRightAsync();
        await clerk.PressAsync("Undo");
        await clerk.SeesAsync("Taken back: 2.");
        await Expect(rows).ToHaveCountAsync(before);

        await clerk.FollowAsync("Beside each other");
        await clerk.LooksRightAsync();
        await Expect(clerk.Page.GetByRole(AriaRole.Heading, new() { Level = 2 }).First).ToBeVisibleAsync();
        await clerk.Page.PhotographAsync("inbox-columns");

        var card = clerk.Page.Locator(".board-column").First.GetByRole(AriaRole.Article).Last;       // an open menu covers a part of the next one
        await card.GetByText("Decide").ClickAsync();
        await clerk.LooksRightAsync();
        await card.GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();
        await clerk.SeesAsync("Accept: 1.");
        await clerk.PressAsync("Undo");
        await clerk.SeesAsync("Taken back: 1.");
    }
}
