using Integral.BrowserTests.Kit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Integral.BrowserTests;

/// <summary>The administration of a centre looks at what becomes of applications, and goes from a figure to the people behind it.</summary>
[Collection(nameof(Journeys))]
public sealed class ControlJourneys(Journeys district)
{
    [Theory]
    [InlineData(1280), InlineData(360)]
    public async Task From_a_chart_one_comes_to_the_applications_that_it_counts(int width)
    {
        await using var clerk = await district.EnterAsync("centre", "/centre");
        await clerk.Page.SetViewportSizeAsync(width, 900);
        await clerk.VisitAsync("/centre/Admin/Applications/Control");
        await clerk.SeesAsync("How far they are");
        await Expect(clerk.Main.Locator(".chart-sheet svg").First).ToBeVisibleAsync();
        await clerk.Page.PhotographAsync($"control-{width}");
        await clerk.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await clerk.Page.ReloadAsync();     // what is on its way from one colour to another has neither
        await clerk.LooksRightAsync();
        await clerk.Page.PhotographAsync($"control-dark-{width}");
        await clerk.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await clerk.Page.ReloadAsync();

        // Each drawing has its figures as a table, reached by keyboard.
        foreach (var fold in await clerk.Main.Locator(".chart summary").AllAsync()) await fold.ClickAsync();
        await clerk.LooksRightAsync();
        await clerk.ChooseAsync("Who applied", "Sent by an organisation");
        await clerk.PressAsync("Show");
        await clerk.LooksRightAsync();
        await clerk.Main.Locator(".chart summary").First.ClickAsync();
        var figure = clerk.Main.Locator(".chart").First.Locator("td a").First;
        var number = int.Parse(await figure.InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);
        await figure.ClickAsync();
        await clerk.SeesAsync("Only those that the figure counts are shown.");
        await Expect(clerk.Main.Locator("tbody tr")).ToHaveCountAsync(number);
        await clerk.LooksRightAsync();
        await clerk.FollowAsync("Show all");
        await clerk.SeesNotAsync("Only those that the figure counts are shown.");
    }
}
