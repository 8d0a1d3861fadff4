using Integral.BrowserTests.Kit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Integral.BrowserTests;

/// <summary>Staff say what is asked of those who apply; a citizen answers it on a telephone, and staff read it.</summary>
[Collection(nameof(Journeys))]
public sealed class FormJourneys(Journeys district)
{
    [Fact]
    public async Task Staff_change_the_form_a_citizen_fills_it_in_with_a_mistake_and_staff_read_it()
    {
        await using var clerk = await district.EnterAsync("centre", "/centre");
        await clerk.VisitAsync("/centre/Admin/Programmes");
        await clerk.FollowAsync("Младший воспитатель");
        await clerk.FollowAsync("Who has applied");
        await clerk.FollowAsync("What is asked");
        await clerk.SeesAsync("The common form holds here");
        await clerk.LooksRightAsync();
        await clerk.PressAsync("Add a question");
        await clerk.FillAsync("Question (Русский)", "Есть ли у вас медицинская книжка?");
        await clerk.Page.GetByLabel("How it is answered").First.SelectOptionAsync("One");
        await clerk.Page.Locator("[name='Form.Fields[0].Choices']").FillAsync("Есть\nЕщё нет");
        await clerk.Page.Locator("input[type=checkbox][name='Form.Fields[0].IsRequired']").CheckAsync();
        await Expect(clerk.Page.Locator("#form-preview")).ToContainTextAsync("Ещё нет");
        await clerk.Page.PhotographAsync("form-editor");
        await clerk.LooksRightAsync();
        await clerk.PressAsync("Save");
        await clerk.SeesAsync("Saved. Whoever applies is asked so from now on.");
        await clerk.Page.SetViewportSizeAsync(Someone.Phone, 900);
        await clerk.Page.PhotographAsync("form-editor-360");
        await clerk.LooksRightAsync();

        await using var citizen = await district.VisitorAsync();
        await citizen.Page.SetViewportSizeAsync(Someone.Phone, 900);
        await citizen.VisitAsync("/centre/en/programmes");
        await citizen.FollowAsync("Младший воспитатель");
        await citizen.Page.GetByRole(AriaRole.Link, new() { Name = "Apply: Воспитатели" }).ClickAsync();
        await citizen.LooksRightAsync();
        await citizen.FillAsync("Family name", "Нянькина");
        await citizen.FillAsync("Given name", "Ольга");
        await citizen.FillAsync("Date of birth", "1991-02-03");
        await citizen.FillAsync("E-mail", "olga@example.org");
        await citizen.Page.Locator("input[type=checkbox][name='Form.Consent']").CheckAsync();
        await citizen.Page.WaitForTimeoutAsync(3200);        // a person isn't as quick as a program
        await citizen.PressAsync("Send the application");
        await citizen.SeesAsync("Answer this question.");
        await Expect(citizen.Page.GetByLabel("Family name")).ToHaveValueAsync("Нянькина");
        await citizen.Page.PhotographAsync("form-mistake-360");
        await citizen.LooksRightAsync();
        await citizen.Page.GetByLabel("Ещё нет").CheckAsync();
        await citizen.PressAsync("Send the application");
        await citizen.SeesAsync("Thank you. Your application has arrived.");
        await citizen.SeesAsync("Ещё нет");
        await citizen.Page.PhotographAsync("form-sent-360");
        await citizen.LooksRightAsync();

        await clerk.VisitAsync("/centre/Admin/Applications");
        await clerk.FollowAsync("Нянькина Ольга");
        await clerk.SeesAsync("Есть ли у вас медицинская книжка?");
        await clerk.SeesAsync("Ещё нет");
        await clerk.LooksRightAsync();
    }

    [Fact]
    public async Task A_question_follows_from_an_answer_and_what_was_begun_is_kept()
    {
        await using var citizen = await district.VisitorAsync();
        await citizen.Page.SetViewportSizeAsync(Someone.Phone, 900);
        await citizen.VisitAsync("/centre/en/programmes");
        await citizen.FollowAsync("Оператор беспилотных летательных аппаратов");
        await citizen.Page.GetByRole(AriaRole.Link, new() { Name = "Apply: БПЛА-1" }).ClickAsync();
        await citizen.SeesNotAsync("Which models, and how many hours?");
        await citizen.FillAsync("Family name", "Летунов");
        await citizen.Page.GetByRole(AriaRole.Group, new() { Name = "Have you flown a drone before?" }).GetByLabel("Yes").CheckAsync();
        await citizen.SeesAsync("Which models, and how many hours?");
        await Expect(citizen.Page.GetByRole(AriaRole.Group, new() { Name = "Have you flown a drone before?" }).GetByLabel("Yes")).ToBeCheckedAsync();
        await citizen.FillAsync("Which models, and how many hours?", "DJI Mini");
        await citizen.LooksRightAsync();
        await citizen.Page.PhotographAsync("form-follows-360");
        await citizen.PressAsync("Keep it and go on later");
        await citizen.SeesAsync("Kept. Nothing is sent yet.");
        await citizen.LooksRightAsync();
        await Expect(citizen.Page.GetByLabel("Family name")).ToHaveValueAsync("Летунов");
        await Expect(citizen.Page.GetByLabel("Which models, and how many hours?")).ToHaveValueAsync("DJI Mini");
        await citizen.Page.PhotographAsync("form-kept-360");
    }
}
