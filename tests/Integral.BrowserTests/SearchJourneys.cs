using System.Text;
using System.Text.RegularExpressions;
using Integral.BrowserTests.Kit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Integral.BrowserTests;

/// <summary>Looking for something: a visitor from any page, and whoever writes for what isn't published yet.</summary>
[Collection(nameof(Journeys))]
public sealed class SearchJourneys(Journeys district)
{
    [Fact]
    public async Task A_visitor_searches_from_the_head_of_a_page_and_mistypes()
    {
        await using var visitor = await district.VisitorAsync();
        await visitor.VisitAsync("/news");
        await AskAsync(visitor, "header", "олимпиода");
        await Expect(visitor.Page).ToHaveURLAsync(new Regex(@"/search\?q="));
        await Expect(visitor.Main.GetByRole(AriaRole.Listitem).First).ToContainTextAsync("олимпиад", new() { IgnoreCase = true });
        await Expect(visitor.Main.Locator("mark").First).ToBeVisibleAsync();
        await visitor.LooksRightAsync();
        await visitor.Main.GetByRole(AriaRole.Listitem).GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(visitor.Main.Locator("h1")).ToContainTextAsync("олимпиад", new() { IgnoreCase = true });
    }

    [Fact]
    public async Task A_methodologist_searches_from_the_menu_of_the_cabinet()
    {
        await using var methodist = await district.EnterAsync("methodist");
        await methodist.GoAsync("/cabinet");
        await AskAsync(methodist, "nav.side", "каникулы");
        await Expect(methodist.Page).ToHaveURLAsync(new Regex(@"/search\?q="));
        await Expect(methodist.Main.GetByRole(AriaRole.Listitem).First).ToContainTextAsync("каникул", new() { IgnoreCase = true });
        await methodist.LooksRightAsync();
    }

    [Fact]
    public async Task A_visitor_finds_a_document_by_a_word_that_only_its_file_has()
    {
        await using var author = await district.EnterAsync("methodist");
        await author.GoAsync("/Admin/Content/Edit?type=Document");
        await author.FillAsync("Title of the page", "Положение о школьном музее");
        await author.FillAsync("Date of the document", "2026-09-01");
        await author.Page.Locator("#item-form input[type=file]").First.SetInputFilesAsync(new FilePayload { Name = "Положение.txt", MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes("Хранитель фондов ведёт инвентарную книгу палимпсестов.") });
        await author.PressAsync("Publish");
        await author.SeesAsync("Published. Visitors see it now.");

        await using var visitor = await district.VisitorAsync();
        for (var tries = 0; tries < 60; tries++)        // its words are read after it was kept
        {
            await visitor.GoAsync("/search?q=" + Uri.EscapeDataString("палимпсест"));
            if (await visitor.Main.GetByRole(AriaRole.Listitem).CountAsync() > 0) break;
            await Task.Delay(500);
        }
        var found = visitor.Main.GetByRole(AriaRole.Listitem).First;
        await Expect(found).ToContainTextAsync("Положение о школьном музее");
        await Expect(found).ToContainTextAsync("В файле «Положение.txt»");
        await Expect(found.Locator("mark")).ToHaveTextAsync("палимпсестов");
        await visitor.LooksRightAsync();
        await visitor.Page.PhotographAsync("search-file");
    }

    [Fact]
    public async Task A_head_finds_a_person_by_name_and_a_visitor_does_not()
    {
        await using var head = await district.EnterAsync("head", "/school-1");
        await head.GoAsync("/school-1/Admin/People");
        var name = (await head.Main.Locator("table tbody tr a").First.InnerTextAsync()).Trim();
        var asked = $"/school-1/search?q={Uri.EscapeDataString(name.Split(' ')[0])}";
        await head.VisitAsync(asked);
        await head.Main.GetByRole(AriaRole.Link, new() { Name = name }).First.ClickAsync();
        await head.ReadsAsync(name);

        await using var visitor = await district.VisitorAsync();
        await visitor.VisitAsync(asked);
        await visitor.SeesNotAsync(name);
    }

    private static async Task AskAsync(Someone someone, string place, string words)
    {
        var box = someone.Page.Locator(place).GetByRole(AriaRole.Searchbox);
        await box.FillAsync(words);
        await box.PressAsync("Enter");
    }
}
