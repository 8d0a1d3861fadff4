using Integral.BrowserTests.Kit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Integral.BrowserTests;

/// <summary>Describing what can be written for the site.</summary>
[Collection(nameof(Journeys))]
public sealed class ContentTypeJourneys(Journeys district)
{
    [Fact]
    public async Task A_kind_of_page_is_described_written_and_read()
    {
        await using var admin = await district.EnterAsync("admin");
        await admin.VisitAsync("/Admin/Content");
        await admin.FollowAsync("Kinds of pages");
        await admin.LooksRightAsync();
        await admin.FollowAsync("Describe a new kind");
        await admin.FillAsync("Title", "Вакансия");
        await admin.FillAsync("Address of its list", "vacancies");
        await admin.FillAsync("Title of the list", "Вакансии");
        await AddAsync(admin, 0, "Оклад", "Number");
        await AddAsync(admin, 1, "Последний день", "Date");
        await AddAsync(admin, 2, "Контакт", "E-mail address");

        var preview = admin.Page.Locator("#type-preview");
        await Expect(preview.GetByLabel("Оклад")).ToHaveAttributeAsync("type", "number");
        await Expect(preview.GetByLabel("Последний день")).ToHaveAttributeAsync("type", "date");
        await Expect(preview.GetByLabel("Контакт")).ToBeVisibleAsync();
        await admin.Page.Locator("#up-2").FocusAsync();
        await admin.Page.Keyboard.PressAsync("Enter");
        await Expect(admin.Page.Locator("#type-form article h3").Nth(1)).ToHaveTextAsync("Контакт");
        await Expect(admin.Page.Locator("#up-2")).ToBeFocusedAsync();
        await admin.LooksRightAsync();
        foreach (var width in new[] { Someone.Phone, Someone.Desk })
        {
            await admin.Page.SetViewportSizeAsync(width, 800);
            await admin.Page.PhotographAsync("type-editor");
        }
        await admin.PressAsync("Save");
        await admin.SeesAsync("/vacancies");
        await admin.LooksRightAsync();
        await admin.Page.PhotographAsync("types");

        await using var author = await district.EnterAsync("methodist");
        await author.GoAsync("/Admin/Content/Edit?type=Vakansiia");
        await author.FillAsync("Title of the page", "Учитель химии");
        await author.FillAsync("Оклад", "250000");
        await author.FillAsync("Контакт", "hr@example.org");
        await author.PressAsync("Publish");
        await author.SeesAsync("Published. Visitors see it now.");

        await using var visitor = await district.VisitorAsync();
        await visitor.VisitAsync("/vacancies/uchitel-khimii");
        await visitor.ReadsAsync("Учитель химии");
        await visitor.SeesAsync("Оклад");
        await visitor.SeesAsync("250000");
        await visitor.SeesAsync("hr@example.org");
    }

    [Fact]
    public async Task A_kind_is_closed_to_a_role_and_opened_for_drafts()
    {
        await using var admin = await district.EnterAsync("admin");
        await admin.GoAsync("/Admin/Content/Types/Edit");
        await admin.FillAsync("Title", "Распоряжение");
        await AllowAsync("may nothing");
        await admin.LooksRightAsync();
        await admin.Page.PhotographAsync("type-rights");
        await admin.PressAsync("Save");
        await admin.SeesAsync("Распоряжение");

        await using var author = await district.EnterAsync("methodist");
        await author.VisitAsync("/Admin/Content");
        await Expect(author.Main.GetByRole(AriaRole.Link, new() { Name = "Распоряжение" })).ToHaveCountAsync(0);
        await author.GoAsync("/Admin/Content/Edit?type=Rasporiazhenie", 403);

        await admin.FollowAsync("Распоряжение");
        await AllowAsync("writes and changes its own");
        await admin.PressAsync("Save");
        await admin.ReadsAsync("Kinds of pages");
        await author.VisitAsync("/Admin/Content/Edit?type=Rasporiazhenie");
        await Expect(author.Main.GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true })).ToHaveCountAsync(0);
        await author.FillAsync("Title of the page", "О дежурстве");
        await author.PressAsync("Keep as a draft");
        await author.SeesAsync("Kept as a draft");

        async Task AllowAsync(string what)
        {
            var more = admin.Main.Locator("details", new() { HasText = "Who may do what with it" });
            if (await more.GetAttributeAsync("open") is null) await more.Locator("summary").ClickAsync();
            await admin.Page.Locator("[name='Form.Rights[methodologist]']").SelectOptionAsync(new SelectOptionValue { Label = what });
        }
    }

    [Fact]
    public async Task A_kind_of_page_is_described_without_script()
    {
        await using var admin = await district.EnterAsync("admin");
        var context = await admin.Page.Context.Browser!.NewContextAsync(new() { BaseURL = district.Address, StorageState = await admin.Page.Context.StorageStateAsync(), JavaScriptEnabled = false });
        context.SetDefaultTimeout(15_000);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/Admin/Content/Types/Edit");
        await page.GetByLabel("Title").First.FillAsync("Экскурсия");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a field" }).ClickAsync();
        await page.GetByLabel("Name of the field").FillAsync("Сбор");
        await page.GetByLabel("What is written in it").SelectOptionAsync(new SelectOptionValue { Label = "Number" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Look at the form" }).ClickAsync();
        await Expect(page.GetByLabel("Title").First).ToHaveValueAsync("Экскурсия");
        await page.GetByLabel("The least").FillAsync("3");
        await page.GetByRole(AriaRole.Button, new() { Name = "Look at the form" }).ClickAsync();
        await Expect(page.GetByLabel("The least")).ToHaveValueAsync("3");
        await Expect(page.Locator("#type-preview").GetByLabel("Сбор")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Экскурсия");
        await context.CloseAsync();
    }

    private static async Task AddAsync(Someone admin, int number, string title, string kind)
    {
        await admin.PressAsync("Add a field");
        var card = admin.Page.Locator($"#field-{number}");
        await Expect(card.GetByLabel("Name of the field")).ToBeFocusedAsync();
        await card.GetByLabel("Name of the field").FillAsync(title);
        await card.GetByLabel("What is written in it").SelectOptionAsync(new SelectOptionValue { Label = kind });
        await Expect(admin.Page.Locator($"#field-{number} h3")).ToHaveTextAsync(title);
    }
}
