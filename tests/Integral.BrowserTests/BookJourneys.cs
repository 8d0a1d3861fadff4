using Integral.BrowserTests.Kit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Integral.BrowserTests;

/// <summary>A reference book from its first term to the visitor who finds something by it.</summary>
[Collection(nameof(Journeys))]
public sealed class BookJourneys(Journeys district)
{
    [Fact]
    public async Task A_book_is_begun_chosen_from_and_found_by_and_two_of_its_terms_are_merged()
    {
        await using var author = await district.EnterAsync("methodist");
        await author.GoAsync("/cabinet");
        await author.FollowAsync("Reference books");
        await author.LooksRightAsync();
        await author.FollowAsync("Begin a new book");
        await author.FillAsync("Name in Russian", "Виды клубов");
        await author.LooksRightAsync();
        await author.PressAsync("Save");
        await author.ReadsAsync("Виды клубов");
        await author.SeesAsync("No terms yet");
        await author.LooksRightAsync();
        foreach (var term in new[] { "Шахматный", "Шахматы", "Театральный" }) await AddAsync(term);
        await author.FollowAsync("Шахматный");
        await author.FollowAsync("Add below it");
        await AddAsync("Для начинающих");
        await author.LooksRightAsync();

        await author.GoAsync("/Admin/Content/Types/Edit");
        await author.FillAsync("Title", "Клуб");
        await author.FillAsync("Address of its list", "study-clubs");
        await author.PressAsync("Add a field");
        var field = author.Page.Locator("#field-0");
        await field.GetByLabel("Name of the field").FillAsync("Вид клуба");
        await field.GetByLabel("What is written in it").SelectOptionAsync(new SelectOptionValue { Label = "Terms of a reference book" });
        await field.GetByLabel("Reference book").SelectOptionAsync(new SelectOptionValue { Label = "Виды клубов" });
        await field.GetByLabel("Visitors see it, with its name before it").CheckAsync();
        await field.GetByLabel("Hint").FillAsync("Чем там занимаются.");
        await Expect(author.Page.Locator("#type-preview").GetByLabel("Театральный")).ToBeVisibleAsync();
        await author.LooksRightAsync();
        await author.PressAsync("Save");
        await author.SeesAsync("/study-clubs");

        await WriteAsync("Белая ладья", "Шахматный");
        await WriteAsync("Кулисы", "Театральный");
        await WriteAsync("Дебют", "Шахматы");

        await using var visitor = await district.VisitorAsync("ru");
        await visitor.VisitAsync("/study-clubs");
        await FoundAsync("Шахматы", "Дебют");

        await author.GoAsync("/Admin/Books");
        await author.FollowAsync("Виды клубов");
        await author.FollowAsync("Шахматы");
        await author.SeesAsync("Дебют");
        await author.FollowAsync("Merge into another one");
        await author.SeesAsync("1 page names it");
        await author.LooksRightAsync();
        await author.Page.Locator("select[name='Form.Into']").SelectOptionAsync(new SelectOptionValue { Label = "Шахматный" });
        await author.PressAsync("Merge");
        await author.LooksRightAsync();

        await visitor.GoAsync("/study-clubs");
        await FoundAsync("Шахматный", "Белая ладья", "Дебют");
        await visitor.LooksRightAsync();

        async Task AddAsync(string term)
        {
            await author.FillAsync("Name in Russian", term);
            await author.PressAsync("Add the term");
            await author.SeesAsync("Added.");
            await Expect(author.Page.GetByRole(AriaRole.Link, new() { Name = term, Exact = true })).ToBeVisibleAsync();
        }

        async Task WriteAsync(string title, string term)
        {
            await author.GoAsync("/Admin/Content/Edit?type=Klub");
            await author.FillAsync("Title of the page", title);
            await author.TickAsync(term);
            await author.PressAsync("Publish");
            await author.SeesAsync("Published. Visitors see it now.");
        }

        async Task FoundAsync(string term, params string[] titles)
        {
            if (await visitor.Main.Locator("details:not([open]) > summary").CountAsync() > 0) await visitor.Main.Locator("details > summary").First.ClickAsync();
            await visitor.ChooseAsync("Вид клуба", term);
            await visitor.PressAsync("Найти");
            await Expect(visitor.Main.GetByRole(AriaRole.Heading, new() { Level = 2 })).ToHaveCountAsync(titles.Length);
            foreach (var title in titles) await visitor.SeesAsync(title);
        }
    }
}
