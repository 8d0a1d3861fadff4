using Integral.BrowserTests.Kit;
using static Microsoft.Playwright.Assertions;

namespace Integral.BrowserTests;

/// <summary>With whom a centre works, what was agreed and who does what next.</summary>
[Collection(nameof(Journeys))]
public sealed class OrganisationJourneys(Journeys district)
{
    [Fact]
    public async Task A_centre_adds_an_employer_with_a_contact_and_an_agreement_and_does_what_was_agreed()
    {
        await using var centre = await district.EnterAsync("centre", "/centre");
        await centre.VisitAsync("/centre/Admin/Organisations");
        await centre.Page.PhotographAsync("organisations");
        await centre.FollowAsync("Add an organisation");
        await centre.Page.GetByLabel("Kind").SelectOptionAsync("Employer");
        await centre.FillAsync("Name of the organisation", "ТОО «Тепличный комбинат»");
        await centre.ChooseAsync("Country", "Kazakhstan");       // the form begins with that of the last one, which another journey may have added
        await centre.FillAsync("Tax number", "990140012108");
        await centre.PressAsync("Save");
        await centre.SeesAsync("There is a slip in this number");
        await Expect(centre.Page.GetByLabel("Name of the organisation")).ToHaveValueAsync("ТОО «Тепличный комбинат»");
        await centre.LooksRightAsync();
        await centre.FillAsync("Tax number", "");
        await centre.PressAsync("Save");
        await centre.SeesAsync("Nobody is written down yet.");
        await centre.LooksRightAsync();

        await centre.FollowAsync("Add a contact person");
        await centre.FillAsync("Full name", "Абаева Сауле");
        await centre.FillAsync("How they agreed", "On paper");
        await centre.PressAsync("Save");
        await centre.SeesAsync("Say when the person agreed and how, or neither.");
        await centre.LooksRightAsync();
        await centre.FillAsync("How they agreed", "");
        await centre.PressAsync("Save");
        await centre.SeesAsync("Not noted");

        await centre.FollowAsync("Add an agreement");
        await centre.FillAsync("Number of the agreement", "5-П");
        await centre.FillAsync("Signed on", "2026-09-01");
        await centre.FillAsync("First day", "2026-09-01");
        await centre.FillAsync("What it is about", "Практика");
        await centre.LooksRightAsync();
        await centre.PressAsync("Save");
        await centre.SeesAsync("In force");

        await centre.FollowAsync("Write down a talk or a task");
        await centre.Page.GetByLabel("Kind").SelectOptionAsync("Task");
        await centre.FillAsync("What was agreed, or what is to be done", "Отправить список практикантов");
        await centre.Page.GetByLabel("Whose task it is").SelectOptionAsync(new Microsoft.Playwright.SelectOptionValue { Label = "Воронцова Анна Сергеевна" });
        await centre.FillAsync("To be done by", $"{DateTime.Today.AddDays(3):yyyy-MM-dd}");
        await centre.LooksRightAsync();
        await centre.PressAsync("Write it down");
        await centre.SeesAsync("Not acknowledged yet");

        await centre.VisitAsync("/centre/Admin/Organisations/Tasks");
        await centre.FollowAsync("ТОО «Тепличный комбинат»");
        await centre.PressAsync("I have seen it");
        await centre.SeesAsync("Acknowledged.");
        await centre.PressAsync("It is done");
        await Expect(centre.Page.GetByRole(Microsoft.Playwright.AriaRole.Heading, new() { Name = "Open tasks" })).ToHaveCountAsync(0);
        await centre.FollowAsync("Strike it through");
        await centre.LooksRightAsync();
        await centre.FillAsync("Reason", "Не та организация");
        await centre.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Strike it through" }).ClickAsync();
        await centre.SeesAsync("Не та организация");
        await centre.Page.PhotographAsync("organisation");
        await centre.LooksRightAsync();
    }
}
