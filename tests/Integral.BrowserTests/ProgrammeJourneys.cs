using Integral.BrowserTests.Kit;
using static Microsoft.Playwright.Assertions;

namespace Integral.BrowserTests;

/// <summary>A programme is built of modules, and a visitor composes one of their own.</summary>
[Collection(nameof(Journeys))]
public sealed class ProgrammeJourneys(Journeys district)
{
    [Theory]
    [InlineData(1280), InlineData(360)]
    public async Task Staff_build_a_programme_of_modules_and_a_visitor_composes_one_of_their_own(int width)
    {
        await using var clerk = await district.EnterAsync("centre", "/centre");
        await clerk.Page.SetViewportSizeAsync(width, 900);
        await clerk.VisitAsync("/centre/Admin/Modules");
        await clerk.LooksRightAsync();
        await clerk.FollowAsync("Write a module");
        await clerk.LooksRightAsync();
        await clerk.FillAsync("Title of the module", $"Глазурь {width}");
        await clerk.FillAsync("Lectures, hours", "4");
        await clerk.FillAsync("Practice, hours", "8");
        await clerk.FillAsync("Goals", "Смешать и нанести глазурь.");
        await clerk.Page.Locator("input[type=checkbox][name='Form.IsOpen']").CheckAsync();
        await clerk.PressAsync("Save");
        await clerk.SeesAsync("Saved.");
        await clerk.LooksRightAsync();

        await clerk.VisitAsync("/centre/Admin/Programmes");
        await clerk.LooksRightAsync();
        await clerk.FollowAsync("Write a programme");
        await clerk.FillAsync("Name of the programme", $"Гончарное дело {width}");
        await clerk.FillAsync("Academic hours", "20");
        await clerk.FillAsync("What one can do afterwards", "Лепит на круге: самостоятельно");
        await clerk.LooksRightAsync();
        await clerk.PressAsync("Save");
        await clerk.FollowAsync("Modules");
        await clerk.LooksRightAsync();
        await clerk.Page.GetByLabel("Module of the library").SelectOptionAsync(new Microsoft.Playwright.SelectOptionValue { Label = $"Глазурь {width} (12)" });
        await clerk.PressAsync("Take a copy");
        await clerk.SeesAsync("Hours of the modules: 12, of the programme: 20, left: 8");
        await clerk.LooksRightAsync();
        await clerk.FollowAsync("Write a module");
        await clerk.FillAsync("Title of the module", "Круг");
        await clerk.FillAsync("Practice, hours", "9");
        await clerk.PressAsync("Save");
        await clerk.SeesAsync("Its modules would have 21 hours, the programme has 20.");
        await clerk.LooksRightAsync();
        await clerk.FillAsync("Practice, hours", "8");
        await clerk.PressAsync("Save");
        await clerk.SeesAsync("The hours add up: 20");
        await clerk.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Earlier: Круг" }).ClickAsync();
        await Expect(clerk.Main.Locator("tbody tr").First).ToContainTextAsync("Круг");
        await clerk.Page.PhotographAsync($"modules-{width}");
        await clerk.LooksRightAsync();
        await clerk.FollowAsync($"Гончарное дело {width}");
        await clerk.PressAsync("Put it into the catalogue");
        await clerk.SeesAsync("In the catalogue.");
        await clerk.FollowAsync("Write a new one from this");
        await clerk.LooksRightAsync();
        await clerk.FillAsync("Name of the new one", $"Гончарное дело для детей {width}");
        await clerk.PressAsync("Copy it");
        await clerk.SeesAsync("20 of 20");
        await clerk.LooksRightAsync();

        await using var visitor = await district.VisitorAsync();
        await visitor.Page.SetViewportSizeAsync(width, 900);
        await visitor.VisitAsync("/centre/en/programmes");
        await visitor.FollowAsync($"Гончарное дело {width}");
        await visitor.SeesAsync("Лепит на круге: самостоятельно");
        await visitor.LooksRightAsync();
        await visitor.VisitAsync("/centre/en/programmes");
        await visitor.FollowAsync("Compose your own programme");
        await visitor.LooksRightAsync();
        await visitor.PressAsync("Put them together");
        await visitor.SeesAsync("Choose at least one module.");
        await visitor.LooksRightAsync();
        await visitor.Page.GetByLabel($"Глазурь {width}").CheckAsync();
        await visitor.Page.GetByLabel("Чтение чертежей").CheckAsync();
        await visitor.PressAsync("Put them together");
        await visitor.SeesAsync("44 hours");
        await visitor.Page.PhotographAsync($"composed-{width}");
        await visitor.LooksRightAsync();
        await visitor.FollowAsync("Apply");
        await visitor.FillAsync("Family name", $"Составитель{width}");
        await visitor.FillAsync("Given name", "Ирина");
        await visitor.FillAsync("Date of birth", "1991-02-03");
        await visitor.FillAsync("E-mail", "irina@example.org");
        await visitor.Page.Locator("input[type=checkbox][name='Form.Consent']").CheckAsync();
        await visitor.Page.WaitForTimeoutAsync(3200);        // a person isn't as quick as a program
        await visitor.PressAsync("Send the application");
        await visitor.SeesAsync("Thank you. Your application has arrived.");

        await clerk.VisitAsync("/centre/Admin/Applications");
        await clerk.FollowAsync($"Составитель{width} Ирина");
        await clerk.SeesAsync($"Глазурь {width}, hours: 12");
        await clerk.LooksRightAsync();
        await clerk.FollowAsync("Group and programme for it");
        await clerk.LooksRightAsync();
        await clerk.FillAsync("Name of the programme", $"Глазурь и чертёж {width}");
        await clerk.PressAsync("Write a programme");
        await clerk.SeesAsync("44 of 44");
        await clerk.LooksRightAsync();
        await clerk.VisitAsync("/centre/Admin/Programmes/Categories");
        await clerk.FillAsync("Name of the category", $"Керамисты {width}");
        await clerk.PressAsync("Save");
        await clerk.SeesAsync("Saved.");
        await clerk.LooksRightAsync();
        await clerk.VisitAsync("/centre/Admin/OwnProgrammes");
        await clerk.SeesAsync($"Глазурь {width}");
        await clerk.LooksRightAsync();
    }

    [Theory]
    [InlineData(1280), InlineData(360)]
    public async Task The_next_version_is_written_compared_and_published_and_an_older_one_is_found_again(int width)
    {
        await using var clerk = await district.EnterAsync("centre", "/centre");
        await clerk.Page.SetViewportSizeAsync(width, 900);
        await clerk.VisitAsync("/centre/Admin/Programmes/Edit");
        await clerk.FillAsync("Name of the programme", $"Ткачество {width}");
        await clerk.FillAsync("Academic hours", "16");
        await clerk.FillAsync("Goals", "Соткать пояс.");
        await clerk.PressAsync("Save");
        await clerk.PressAsync("Put it into the catalogue");
        await clerk.SeesAsync("In the catalogue.");
        await clerk.LooksRightAsync();
        await clerk.FollowAsync("Write the next version");
        await clerk.LooksRightAsync();
        await clerk.PressAsync("Begin a draft");
        await clerk.SeesAsync("Nothing is changed yet.");
        await clerk.FollowAsync("Change it");
        await clerk.FillAsync("Goals", "Соткать ковёр.");
        await clerk.PressAsync("Save");
        await clerk.SeesAsync("This is a draft of the next version");
        await clerk.LooksRightAsync();
        await clerk.FollowAsync("Compare, publish or throw away");
        await clerk.SeesAsync("ковёр");
        await clerk.Page.PhotographAsync($"programme-draft-{width}");
        await clerk.LooksRightAsync();
        await clerk.ConfirmAsync("Publish it");
        await clerk.SeesAsync("Visitors see the next version.");
        await clerk.FollowAsync("Versions");
        await clerk.LooksRightAsync();
        await clerk.FollowAsync("Version 1");
        await clerk.SeesAsync("What stands in version 1");
        await clerk.Page.PhotographAsync($"programme-versions-{width}");
        await clerk.LooksRightAsync();
        await clerk.ConfirmAsync("Go back to this version");
        await clerk.SeesAsync("Version 1 is the draft now.");
        await clerk.LooksRightAsync();
    }
}
