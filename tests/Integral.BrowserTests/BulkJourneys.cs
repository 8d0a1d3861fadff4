using Integral.BrowserTests.Kit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Integral.BrowserTests;

/// <summary>Several news at once, and back again.</summary>
[Collection(nameof(Journeys))]
public sealed class BulkJourneys(Journeys district)
{
    private const string List = "/Admin/Content?Type=News&State=Published";

    [Theory, InlineData(Someone.Desk), InlineData(Someone.Phone)]
    public async Task A_methodologist_takes_three_news_off_the_site_and_undoes_it(int width)
    {
        await using var author = await district.EnterAsync("methodist");
        await author.Page.SetViewportSizeAsync(width, 800);
        await author.VisitAsync(List);
        var ones = author.Main.Locator("[data-bulk-one]");
        await ones.Nth(0).CheckAsync();
        await ones.Nth(2).ClickAsync(new() { Modifiers = [KeyboardModifier.Shift] });
        await author.SeesAsync("Chosen: 3");
        await author.LooksRightAsync();
        await author.Page.PhotographAsync("bulk");
        await author.PressAsync("Take off the site");
        await author.SeesAsync("Taken off the site: 3.");
        await author.LooksRightAsync();
        await author.Page.PhotographAsync("bulk-done");
        await author.PressAsync("Undo");
        await author.SeesAsync("As before: 3.");
    }

    [Fact]
    public async Task The_same_with_the_keyboard_alone()
    {
        await using var author = await district.EnterAsync("methodist");
        await author.GoAsync(List);
        var ones = author.Main.Locator("[data-bulk-one]");
        await TabToAsync(author, ones.First);
        await author.Page.Keyboard.PressAsync("Space");
        await author.SeesAsync("Chosen: 1");
        await TabToAsync(author, author.Main.GetByRole(AriaRole.Button, new() { Name = "Take off the site" }));
        await author.Page.Keyboard.PressAsync("Enter");
        await author.SeesAsync("Taken off the site: 1.");
        await TabToAsync(author, author.Main.GetByRole(AriaRole.Button, new() { Name = "Undo" }));
        await author.Page.Keyboard.PressAsync("Enter");
        await author.SeesAsync("As before: 1.");
        await Expect(ones.First).ToBeVisibleAsync();
    }

    private static async Task TabToAsync(Someone someone, ILocator target)
    {
        for (var presses = 0; presses < 150; presses++)
        {
            await someone.Page.Keyboard.PressAsync("Tab");
            if (await target.EvaluateAsync<bool>("e => e === document.activeElement")) return;
        }
        Assert.Fail($"Tab never came to {target}");
    }
}
