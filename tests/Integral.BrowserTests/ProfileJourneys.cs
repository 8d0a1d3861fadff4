using Integral.BrowserTests.Kit;
using static Microsoft.Playwright.Assertions;

namespace Integral.BrowserTests;

/// <summary>What an institution says of itself, and where visitors read it.</summary>
[Collection(nameof(Journeys))]
public sealed class ProfileJourneys(Journeys district)
{
    [Fact]
    public async Task A_head_says_where_the_school_is_and_parents_find_it_on_the_map_of_the_district()
    {
        await using var head = await district.EnterAsync("head", "/school-1");
        await head.GoAsync("/school-1/cabinet");
        await head.FollowAsync("About the institution");
        await head.ReadsAsync("About the institution");
        await head.LooksRightAsync();
        await head.FillAsync("Phone", "+7 7232 55-01-17");
        await head.FillAsync("Place on the map", "north of the river");
        await head.PressAsync("Save");
        await Expect(head.Main.GetByLabel("Phone")).ToHaveValueAsync("+7 7232 55-01-17");
        await Expect(head.Main.GetByLabel("Place on the map")).ToHaveAttributeAsync("aria-invalid", "true");
        await head.LooksRightAsync();
        await head.FillAsync("Place on the map", "49.9483, 82.6275");
        await head.PressAsync("Save");
        await head.SeesAsync("Saved. Visitors read it so from now on.");
        await head.Page.PhotographAsync("institution");

        await using var parent = await district.VisitorAsync("en");
        await parent.VisitAsync("/en/institutions/school-1");
        await parent.SeesAsync("+7 7232 55-01-17");
        await Expect(parent.Main.Locator("svg a, svg circle").First).ToBeVisibleAsync();
        await parent.Page.SetViewportSizeAsync(Someone.Phone, 800);
        await parent.Page.PhotographAsync("institution-public");
        await parent.VisitAsync("/en/institutions");
        await parent.SeesAsync("on the map");
        await parent.Page.PhotographAsync("institutions-map");
    }
}
