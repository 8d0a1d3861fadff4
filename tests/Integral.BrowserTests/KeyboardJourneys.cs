using Integral.BrowserTests.Kit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Integral.BrowserTests;

/// <summary>Without a mouse.</summary>
[Collection(nameof(Journeys))]
public sealed class KeyboardJourneys(Journeys district)
{
    [Fact]
    public async Task One_signs_in_and_walks_the_menu_with_the_keyboard_alone()
    {
        await using var head = await district.VisitorAsync("en");
        await head.GoAsync("/school-1/en/sign-in");
        var keys = head.Page.Keyboard;
        await keys.PressAsync("Tab");
        await Expect(head.Page.GetByRole(AriaRole.Link, new() { Name = "Skip to the content" })).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await keys.PressAsync("Tab");
        await Expect(head.Page.GetByLabel("Login or e-mail")).ToBeFocusedAsync();
        await keys.TypeAsync("head@demo.local");
        await keys.PressAsync("Tab");
        await keys.TypeAsync("Integral-2026");
        await keys.PressAsync("Enter");
        await head.IsAtAsync("/school-1/cabinet");
        await TabToAsync(head, head.Menu.GetByRole(AriaRole.Link, new() { Name = "People" }));
        await keys.PressAsync("Enter");
        await head.IsAtAsync("/school-1/Admin/People");
    }

    [Fact]
    public async Task A_menu_opens_with_Enter_and_Escape_closes_it_where_one_was()
    {
        await using var head = await district.EnterAsync("head", "/school-1");
        await head.GoAsync("/school-1/Admin/People");
        var opener = head.Main.Locator("summary").Filter(new() { HasText = "More ways to add" });
        await TabToAsync(head, opener);
        await head.Page.Keyboard.PressAsync("Enter");
        await head.Page.Keyboard.PressAsync("Tab");
        await Expect(head.Page.GetByRole(AriaRole.Link, new() { Name = "Import people" })).ToBeFocusedAsync();
        await head.Page.Keyboard.PressAsync("Escape");
        await Expect(opener).ToBeFocusedAsync();
        await Expect(head.Page.GetByRole(AriaRole.Link, new() { Name = "Add several by a list of names" })).ToBeHiddenAsync();
    }

    [Fact]
    public async Task On_a_phone_the_side_menu_opens_takes_the_focus_and_gives_it_back()
    {
        await using var head = await district.EnterAsync("head", "/school-1");
        await head.Page.SetViewportSizeAsync(Someone.Phone, 740);
        await head.GoAsync("/school-1/cabinet");
        await Expect(head.Menu).ToBeHiddenAsync();
        var opener = head.Page.GetByRole(AriaRole.Button, new() { Name = "Menu" });
        await TabToAsync(head, opener);
        await head.Page.Keyboard.PressAsync("Enter");
        await Expect(head.Menu.GetByRole(AriaRole.Link, new() { Name = "People" })).ToBeVisibleAsync();
        Faults.None(await head.Menu.AxeAsync());
        await head.Page.Keyboard.PressAsync("Escape");
        await Expect(opener).ToBeFocusedAsync();
        await Expect(head.Menu).ToBeHiddenAsync();
    }

    private static async Task TabToAsync(Someone someone, ILocator target)
    {
        for (var presses = 0; presses < 40; presses++)
        {
            await someone.Page.Keyboard.PressAsync("Tab");
            if (await target.EvaluateAsync<bool>("e => e === document.activeElement")) return;
        }
        Assert.Fail($"Tab never came to {target}");
    }
}
