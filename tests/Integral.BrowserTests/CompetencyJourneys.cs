using Integral.BrowserTests.Kit;

namespace Integral.BrowserTests;

/// <summary>Staff say which competencies a programme builds and the region needs; a visitor finds the programme by them.</summary>
[Collection(nameof(Journeys))]
public sealed class CompetencyJourneys(Journeys district)
{
    [Theory]
    [InlineData(1280), InlineData(360)]
    public async Task A_visitor_finds_what_the_region_needs_and_the_programme_that_teaches_it(int width)
    {
        await using var clerk = await district.EnterAsync("centre", "/centre");
        await clerk.Page.SetViewportSizeAsync(width, 900);
        await clerk.VisitAsync("/centre/Admin/Specialists/Competencies");
        await clerk.FillAsync("In English", $"Kiln firing {width}");
        await clerk.Page.Locator("input[type=checkbox][name='Form.IsPriority']").CheckAsync();
        await clerk.LooksRightAsync();
        await clerk.PressAsync("Save");
        await clerk.SeesAsync("Saved.");
        await clerk.LooksRightAsync();
        await clerk.VisitAsync("/centre/Admin/Programmes/Edit");
        await clerk.FillAsync("Name of the programme", $"Обжиг {width}");
        await clerk.FillAsync("Academic hours", "12");
        await clerk.Page.Locator("select[name='Form.Aims[0].Competency']").SelectOptionAsync(new Microsoft.Playwright.SelectOptionValue { Label = $"Kiln firing {width}" });
        await clerk.Page.Locator("select[name='Form.Aims[0].Level']").SelectOptionAsync(new Microsoft.Playwright.SelectOptionValue { Label = "By oneself" });
        await clerk.LooksRightAsync();
        await clerk.Page.PhotographAsync($"programme-competencies-{width}");
        await clerk.PressAsync("Save");
        await clerk.SeesAsync($"Kiln firing {width} (By oneself)");
        await clerk.PressAsync("Put it into the catalogue");
        await clerk.SeesAsync("In the catalogue.");

        await using var visitor = await district.VisitorAsync();
        await visitor.Page.SetViewportSizeAsync(width, 900);
        await visitor.VisitAsync("/centre/en/programmes");
        await visitor.LooksRightAsync();
        await visitor.FollowAsync("See the priority competencies");
        await visitor.SeesAsync($"Kiln firing {width}");
        await visitor.LooksRightAsync();
        await visitor.Page.PhotographAsync($"priorities-{width}");
        await visitor.FollowAsync($"Обжиг {width}");
        await visitor.SeesAsync("Priority of the region");
        await visitor.LooksRightAsync();
    }
}
