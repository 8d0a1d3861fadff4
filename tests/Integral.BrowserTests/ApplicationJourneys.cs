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

    [Theory]
    [InlineData(1280), InlineData(360)]
    public async Task An_employer_sends_a_list_corrects_it_and_its_people_get_seats(int width)
    {
        var family = $"Заводск{width}";
        var people = $"Фамилия;Имя;Дата рождения;Эл. почта\n{family}ий;Пётр;12.03.1990;petr@example.org\n{family}ая;Алла;31.02.1991;\n{family}ов;Марат;05.06.1988;\n";
        await using var employer = await district.VisitorAsync();
        await employer.Page.SetViewportSizeAsync(width, 900);
        await employer.VisitAsync("/centre/en/programmes");
        await employer.FollowAsync("Наставник на производстве");
        await employer.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Apply: Наставники" }).ClickAsync();
        await employer.FollowAsync("An organisation applies for several people at once with a list");
        await employer.LooksRightAsync();
        await employer.Page.GetByLabel("Or a file").SetInputFilesAsync(new Microsoft.Playwright.FilePayload { Name = "people.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(people) });
        await employer.PressAsync("Check the list");
        await employer.SeesAsync("What has to be corrected: 1");
        await employer.SeesAsync("2 people can be sent.");
        await employer.Page.PhotographAsync($"list-{width}");
        await employer.LooksRightAsync();
        await employer.FillAsync("Name of the organisation", "Хлебозавод");
        await employer.FillAsync("Who answers for the list", "Абаева Сауле");
        await employer.FillAsync("E-mail", "kadry@example.org");
        await employer.Page.Locator("input[type=checkbox][name='Form.Consent']").CheckAsync();
        await employer.Page.WaitForTimeoutAsync(3200);        // a person isn't as quick as a program
        await employer.PressAsync("Send 2 applications");
        await employer.SeesAsync("2 applications have arrived.");
        await employer.LooksRightAsync();
        await Expect(employer.Page.Locator("[name='Form.People']")).ToHaveValueAsync($"Фамилия\tИмя\tДата рождения\tЭл. почта\n{family}ая\tАлла\t31.02.1991");
        await employer.Page.Locator("[name='Form.People']").FillAsync($"{family}ая\tАлла\t28.02.1991");
        await employer.PressAsync("Check the list");
        await employer.PressAsync("Send 1 application");
        await employer.SeesAsync("Thank you. Your list has arrived.");
        await employer.SeesAsync("Received: 3");
        await employer.LooksRightAsync();

        await using var clerk = await district.EnterAsync("centre", "/centre");
        await clerk.VisitAsync("/centre/Admin/Applications");
        await clerk.FollowAsync($"{family}ая Алла");
        await clerk.FollowAsync("Хлебозавод");
        await clerk.SeesAsync("kadry@example.org");
        await clerk.LooksRightAsync();
        await clerk.FollowAsync($"{family}ий Пётр");
        await clerk.FollowAsync("Decide");
        await Expect(clerk.Main).ToContainTextAsync("Хлебозавод");
        await clerk.PressAsync("Accept");
        await clerk.SeesAsync($"{family}ий Пётр: Accept.");
        await employer.Page.ReloadAsync();
        await employer.SeesAsync("Enrolled: 1");
        await employer.Page.PhotographAsync($"list-sent-{width}");
        await employer.LooksRightAsync();
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
