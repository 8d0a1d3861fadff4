using System.Text.RegularExpressions;
using Integral.BrowserTests.Kit;
using Microsoft.Playwright;

namespace Integral.BrowserTests;

/// <summary>People and organisations that come by themselves, seen by both sides.</summary>
[Collection(nameof(Journeys))]
public sealed partial class RegistrationJourneys(Journeys district)
{
    [Fact]
    public async Task A_citizen_registers_on_a_telephone_comes_back_to_the_form_and_applies()
    {
        await using var citizen = await district.VisitorAsync("en");
        await citizen.Page.SetViewportSizeAsync(Someone.Phone, 740);
        await citizen.VisitAsync("/centre/en/programmes");
        await citizen.FollowAsync("Наставник на производстве");
        await citizen.Page.GetByRole(AriaRole.Link, new() { Name = "Apply: Наставники" }).ClickAsync();
        await citizen.LooksRightAsync();
        await citizen.FollowAsync("Register as a learner");
        await citizen.ReadsAsync("Register");
        await citizen.LooksRightAsync();
        await citizen.Page.PhotographAsync("registration-citizen");
        await citizen.FillAsync("Family name", "Телефонова");
        await citizen.FillAsync("Given name", "Зоя");
        await citizen.FillAsync("Date of birth", "1993-07-21");
        await citizen.FillAsync("E-mail", "zoya@mail.example");
        await citizen.Page.WaitForTimeoutAsync(3200);        // a person isn't as quick as a program
        await citizen.PressAsync("Send the link");
        await citizen.SeesAsync("Without this consent we may not keep what you write.");
        await citizen.LooksRightAsync();
        await citizen.Page.Locator("input[type=checkbox][name='Form.Consent']").CheckAsync();
        await citizen.PressAsync("Send the link");
        await citizen.ReadsAsync("Look into your mailbox");
        await citizen.LooksRightAsync();

        await citizen.VisitAsync(await LinkAsync("zoya@mail.example"));
        await citizen.FillAsync("Password", "three ordinary words");
        await citizen.FillAsync("Password once more", "three ordinary words");
        await citizen.Page.PhotographAsync("registration-finish");
        await citizen.PressAsync("Make the account and join");
        await citizen.ReadsAsync("Apply");
        await citizen.LooksRightAsync();
        await Assertions.Expect(citizen.Page.GetByLabel("Family name")).ToHaveValueAsync("Телефонова");
        await citizen.Page.WaitForTimeoutAsync(3200);
        await citizen.Page.Locator("input[type=checkbox][name='Form.Consent']").CheckAsync();
        await citizen.PressAsync("Send the application");
        await citizen.SeesAsync("Thank you. Your application has arrived.");
        await citizen.VisitAsync("/centre/applications");
        await citizen.SeesAsync("Наставники");

        await using var staff = await district.EnterAsync("centre", "/centre");
        await staff.VisitAsync("/centre/Admin/Registrations");
        await staff.SeesAsync("Телефонова Зоя");
        await staff.Main.GetByRole(AriaRole.Row).Filter(new() { HasText = "Телефонова Зоя" }).GetByRole(AriaRole.Button, new() { Name = "It is who it says" }).ClickAsync();
        await staff.SeesNotAsync("Телефонова Зоя");
        await staff.Page.PhotographAsync("registrations");
        await staff.LooksRightAsync();
    }

    [Fact]
    public async Task An_employer_registers_staff_accept_and_the_employer_comes_in()
    {
        await using var employer = await district.VisitorAsync("en");
        await employer.VisitAsync("/centre/en/sign-in");
        await employer.FollowAsync("Register an organisation");
        await employer.LooksRightAsync();
        await employer.Page.PhotographAsync("registration-organisation");
        await employer.TickAsync("Employer");
        await employer.FillAsync("Name of the organisation", "Пекарня «Колосок»");
        await employer.ChooseAsync("Country", "Another country");
        await employer.FillAsync("Family name of the contact person", "Колосова");
        await employer.FillAsync("Given name", "Вера");
        await employer.FillAsync("Post", "Owner");
        await employer.FillAsync("E-mail of the contact person", "vera@kolosok.example");
        await employer.Page.Locator("input[type=checkbox][name='Form.Consent']").CheckAsync();
        await employer.Page.WaitForTimeoutAsync(3200);
        await employer.PressAsync("Send the registration");
        await employer.ReadsAsync("Look into your mailbox");
        var link = await LinkAsync("vera@kolosok.example");
        await employer.VisitAsync(link);
        await employer.PressAsync("Confirm the e-mail vera@kolosok.example");
        await employer.SeesAsync("We look at the registration.");
        await employer.LooksRightAsync();

        await using var staff = await district.EnterAsync("centre", "/centre");
        await staff.VisitAsync("/centre/Admin/Organisations/Registrations");
        await staff.FollowAsync("Пекарня «Колосок»");
        await staff.LooksRightAsync();
        await staff.FollowAsync("Decide");
        await staff.LooksRightAsync();
        await staff.Page.PhotographAsync("registration-decision");
        await staff.PressAsync("Accept as a new one");
        await staff.SeesAsync("Пекарня «Колосок»: Accept as a new one.");

        await employer.VisitAsync(link);
        await employer.FillAsync("Password", "three ordinary words");
        await employer.FillAsync("Password once more", "three ordinary words");
        await employer.PressAsync("Make the account and join");
        await employer.IsAtAsync("/centre/cabinet");
        await employer.LooksRightAsync();
        await staff.VisitAsync("/centre/Admin/Organisations");
        await staff.FollowAsync("Пекарня «Колосок»");
        await staff.SeesAsync("Signs in here");
        await staff.LooksRightAsync();
    }

    private async Task<string> LinkAsync(string email) => new Uri(Address().Match((await district.Mail.ToAsync(email))[0].Text).Value).PathAndQuery;

    [GeneratedRegex(@"http://\S+")]
    private static partial Regex Address();
}
