using Integral.BrowserTests.Kit;
using static Microsoft.Playwright.Assertions;

namespace Integral.BrowserTests;

/// <summary>Two records of one person become one, and families are written down.</summary>
[Collection(nameof(Journeys))]
public sealed class MergingJourneys(Journeys district)
{
    [Fact]
    public async Task A_registrar_compares_two_records_merges_them_and_takes_it_back()
    {
        await using var registrar = await district.EnterAsync("registrar", "/school-1");
        await registrar.VisitAsync("/school-1/Admin/People/Duplicates");
        await Expect(registrar.Main).ToContainTextAsync("Same name and date of birth, Same phone");
        await registrar.LooksRightAsync();
        await registrar.Page.PhotographAsync("duplicates");
        await registrar.Main.Locator("tr", new() { HasText = "Same name and date of birth, Same phone" }).GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Compare" }).ClickAsync();
        await registrar.SeesAsync("Merge two records");
        await registrar.LooksRightAsync();
        await registrar.Page.PhotographAsync("merge");
        await registrar.PressAsync("Merge");
        await registrar.SeesAsync("is one record now.");
        await registrar.SeesAsync("Merged into this record");
        await registrar.LooksRightAsync();
        await registrar.PressAsync("Undo");
        await registrar.SeesAsync("Taken back. Records as before: 2.");

        await registrar.VisitAsync("/school-1/Admin/People/Duplicates");
        await registrar.Main.Locator("tr", new() { HasText = "Волкова-Белова Светлана" }).GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Compare" }).ClickAsync();
        await registrar.PressAsync("They are different people");
        await registrar.SeesAsync("Remembered: they are different people.");
        await Expect(registrar.Main.Locator("tbody")).Not.ToContainTextAsync("Волкова-Белова Светлана");
        await registrar.PressAsync("Undo");
        await registrar.SeesAsync("Волкова-Белова Светлана");
    }

    [Fact]
    public async Task A_registrar_writes_a_grandmother_down_and_the_parent_sees_the_own_child()
    {
        await using var registrar = await district.EnterAsync("registrar", "/school-1");
        await registrar.VisitAsync("/school-1/Admin/People?q=Сагындыкова");
        await registrar.FollowAsync("Сагындыкова Томирис Азаматовна");
        await registrar.FollowAsync("Add somebody of the family");
        await registrar.FillAsync("Name of the parent, guardian or child", "Оспанова");
        await registrar.PressAsync("Find");
        await registrar.Page.GetByLabel("Оспанова Гульнара Болатовна").CheckAsync();
        await registrar.Page.GetByLabel("What the adult is to the child").SelectOptionAsync("Grandparent");
        await registrar.Page.GetByLabel("May decide for the child").UncheckAsync();
        await registrar.LooksRightAsync();
        await registrar.Page.PhotographAsync("family");
        await registrar.PressAsync("Save");
        await Expect(registrar.Main).ToContainTextAsync("Grandmother or grandfather");
        await Expect(registrar.Main).ToContainTextAsync("see the diary, take the child home");
        await registrar.LooksRightAsync();

        await using var parent = await district.EnterAsync("parent", "/school-1");
        await parent.VisitAsync("/school-1/family");
        await Expect(parent.Main).ToContainTextAsync("Оспанов Арман Даниярович");
        await Expect(parent.Main).ToContainTextAsync("Сагындыкова Томирис Азаматовна");
        await parent.LooksRightAsync();
        await parent.Page.PhotographAsync("own-children");
    }
}
