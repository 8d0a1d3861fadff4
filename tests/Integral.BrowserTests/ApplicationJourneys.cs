using Integral.BrowserTests.Kit;
using static Microsoft.Playwright.Assertions;

namespace Integral.BrowserTests;

/// <summary>From a visitor's click to a seat in a group, seen by both sides.</summary>
[Collection(nameof(Journeys))]
public sealed class ApplicationJourneys(Journeys district)
{
    [Fact]
    public async Task A_citizen_applies_is_asked_answers_and_gets_a_seat()
    {
        await using var citizen = await district.VisitorAsync();
        await citizen.VisitAsync("/centre/en/programmes");
        await citizen.LooksRightAsync();
        await citizen.FollowAsync("Наставник на производстве");
        await citizen.LooksRightAsync();
        await citizen.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Apply: Наставники" }).ClickAsync();
        await citizen.LooksRightAsync();
        await citizen.FillAsync("Family name", "Путешествин");
        await citizen.FillAsync("Given name", "Олег");
        await citizen.FillAsync("Date of birth", "1984-02-03");
        await citizen.FillAsync("E-mail", "oleg@example.org");
        await citizen.Page.WaitForTimeoutAsync(3200);        // a person isn't as quick as a program
        await citizen.PressAsync("Send the application");
        await citizen.SeesAsync("Without this consent we may not keep what you write.");
        await Expect(citizen.Page.GetByLabel("Family name")).ToHaveValueAsync("Путешествин");
        await citizen.LooksRightAsync();
        await citizen.Page.Locator("input[type=checkbox][name='Form.Consent']").CheckAsync();
        await citizen.PressAsync("Send the application");
        await citizen.SeesAsync("Thank you. Your application has arrived.");
        await citizen.LooksRightAsync();

        await using var clerk = await district.EnterAsync("centre", "/centre");
        await clerk.VisitAsync("/centre/Admin/Applications");
        await clerk.LooksRightAsync();
        await clerk.FollowAsync("Путешествин Олег");
        await clerk.LooksRightAsync();
        await clerk.FollowAsync("Decide");
        await clerk.PressAsync("Ask for something (say why)");
        await clerk.SeesAsync("Say why: whoever is concerned reads it.");
        await clerk.LooksRightAsync();
        await clerk.FillAsync("Why", "Which factory sends you?");
        await clerk.PressAsync("Ask for something (say why)");
        await clerk.SeesAsync("Путешествин Олег: Ask for something.");
        await clerk.LooksRightAsync();

        await citizen.Page.ReloadAsync();
        await citizen.SeesAsync("Which factory sends you?");
        await citizen.LooksRightAsync();
        await citizen.FillAsync("Your answer", "The bakery.");
        await citizen.PressAsync("Send the answer");
        await citizen.SeesAsync("Your answer has arrived.");

        await clerk.VisitAsync("/centre/Admin/Applications");
        await clerk.FollowAsync("Путешествин Олег");
        await Expect(clerk.Main).ToContainTextAsync("The bakery.");
        await clerk.FollowAsync("Decide");
        await clerk.PressAsync("Accept");
        await clerk.SeesAsync("Путешествин Олег: Accept.");
        await citizen.Page.ReloadAsync();
        await citizen.SeesAsync("You have a seat.");
        await citizen.Page.PhotographAsync("application");
        await citizen.LooksRightAsync();

        await clerk.VisitAsync("/centre/Admin/Programmes");
        await clerk.LooksRightAsync();
        await clerk.FollowAsync("Наставник на производстве");
        await clerk.LooksRightAsync();
        await clerk.FollowAsync("Наставники");
        await Expect(clerk.Main).ToContainTextAsync("Путешествин Олег");
        await clerk.VisitAsync("/centre/Admin/Workflows");
        await clerk.LooksRightAsync();
        await clerk.FollowAsync("Applications for programmes");
        await clerk.LooksRightAsync();
    }

    [Fact]
    public async Task Staff_write_a_programme_put_it_into_the_catalogue_and_recruit_a_group()
    {
        await using var clerk = await district.EnterAsync("centre", "/centre");
        await clerk.VisitAsync("/centre/Admin/Groups/Edit");
        await clerk.Page.GetByLabel("Kind").SelectOptionAsync("Training");
        await clerk.FillAsync("Name of the group", "Керамика-1");
        await clerk.PressAsync("Save");
        await clerk.VisitAsync("/centre/Admin/Programmes");
        await clerk.FollowAsync("Write a programme");
        await clerk.LooksRightAsync();
        await clerk.FillAsync("Name of the programme", "Керамика для начинающих");
        await clerk.PressAsync("Save");
        await clerk.FillAsync("Academic hours", "24");
        await clerk.PressAsync("Save");
        await clerk.SeesAsync("Saved.");
        await clerk.PressAsync("Put it into the catalogue");
        await clerk.SeesAsync("In the catalogue.");
        await clerk.Page.GetByLabel("Training group").SelectOptionAsync(new Microsoft.Playwright.SelectOptionValue { Label = "Керамика-1" });
        await clerk.FillAsync("One can apply until", "2099-01-01");
        await clerk.PressAsync("Take applications");
        await clerk.SeesAsync("Applications are taken for this group.");
        await clerk.LooksRightAsync();
        await clerk.FollowAsync("As visitors see it");
        await clerk.SeesAsync("Керамика-1");
        await clerk.LooksRightAsync();
    }
}
