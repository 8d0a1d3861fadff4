using Integral.BrowserTests.Kit;
using static Microsoft.Playwright.Assertions;

namespace Integral.BrowserTests;

/// <summary>A reference book from its first term to the visitor who finds by it.</summary>
[Collection(nameof(Journeys))]
public sealed class ReferenceBookJourneys(Journeys district)
{
    [Fact]
    public async Task A_book_is_made_by_keyboard_chosen_from_and_found_by()
    {
        await using var admin = await district.EnterAsync("admin");
        await admin.VisitAsync("/Admin/Books");
        await admin.FollowAsync("Begin a new book");
        await admin.LooksRightAsync();
        await admin.FillAsync("Name in Russian", "Формы участия");
        await admin.FillAsync("Name in English", "Ways to take part");
        await EnterAsync(admin, "Save");
        await admin.SeesAsync("No terms yet");
        foreach (var (russian, english) in new[] { ("Очно", "In person"), ("Дистанционно", "From home") }) await AddAsync(admin, russian, english);
        await admin.FollowAsync("From home");
        await admin.LooksRightAsync();
        await EnterAsync(admin, "Up");
        await Expect(admin.Page.GetByRole(Microsoft.Playwright.AriaRole.Main).Locator("ul[aria-label] > li > div > a").First).ToHaveTextAsync("From home");
        await EnterAsync(admin, "Add below it", isLink: true);
        await Expect(admin.Page.GetByLabel("Below", new() { Exact = true })).Not.ToHaveValueAsync("");
        await AddAsync(admin, "Вебинар", "Webinar");
        await admin.LooksRightAsync();
        foreach (var width in new[] { Someone.Phone, Someone.Desk })
        {
            await admin.Page.SetViewportSizeAsync(width, 800);
            await admin.Page.PhotographAsync("reference-book");
        }
        await admin.FollowAsync("Name and sharing");
        await admin.LooksRightAsync();
        await admin.GoAsync("/Admin/Books/Show/ways-to-take-part");
        await admin.FollowAsync("From a table");
        await admin.LooksRightAsync();

        await admin.GoAsync("/Admin/Content/Types/Edit");
        await admin.FillAsync("Title", "Семинар");
        await admin.FillAsync("Address of its list", "seminars");
        await admin.FillAsync("Title of the list", "Семинары");
        await admin.PressAsync("Add a field");
        var card = admin.Page.Locator("#field-0");
        await card.GetByLabel("Name of the field").FillAsync("Форма");
        await card.GetByLabel("What is written in it").SelectOptionAsync(new Microsoft.Playwright.SelectOptionValue { Label = "Terms of a reference book" });
        await card.GetByLabel("Reference book").SelectOptionAsync(new Microsoft.Playwright.SelectOptionValue { Label = "Ways to take part" });
        await Expect(admin.Page.Locator("#type-preview").GetByLabel("Webinar")).ToBeVisibleAsync();
        await admin.LooksRightAsync();
        await admin.PressAsync("Save");

        await admin.GoAsync("/Admin/Content/Edit?type=Seminar");
        await admin.FillAsync("Title of the page", "Как вести журнал");
        await admin.Page.GetByLabel("Webinar").CheckAsync();
        await admin.LooksRightAsync();
        await admin.PressAsync("Publish");
        await admin.SeesAsync("Published. Visitors see it now.");

        await using var visitor = await district.VisitorAsync();
        await visitor.VisitAsync("/en/seminars");
        await visitor.ChooseAsync("Форма", "From home");
        await visitor.PressAsync("Find");
        await visitor.SeesAsync("Как вести журнал");
        await visitor.LooksRightAsync();
        await visitor.ChooseAsync("Форма", "In person");
        await visitor.PressAsync("Find");
        await visitor.SeesAsync("Nothing was found");
        await visitor.LooksRightAsync();

        await admin.GoAsync("/Admin/Books/Show/ways-to-take-part");
        await admin.FollowAsync("Webinar");
        await admin.SeesAsync("Как вести журнал");
        await admin.FollowAsync("Merge into another one");
        await admin.SeesAsync("1 page names it");
        await admin.LooksRightAsync();
    }

    private static async Task AddAsync(Someone admin, string russian, string english)
    {
        await admin.FillAsync("Name in Russian", russian);
        await admin.FillAsync("Name in English", english);
        await EnterAsync(admin, "Add the term");
        await admin.SeesAsync("Added.");
    }

    private static async Task EnterAsync(Someone admin, string name, bool isLink = false)
    {
        var role = isLink ? Microsoft.Playwright.AriaRole.Link : Microsoft.Playwright.AriaRole.Button;
        await admin.Page.GetByRole(Microsoft.Playwright.AriaRole.Main).GetByRole(role, new() { Name = name, Exact = true }).First.FocusAsync();
        await admin.Page.Keyboard.PressAsync("Enter");
        await admin.Page.WaitForLoadStateAsync();
    }
}
