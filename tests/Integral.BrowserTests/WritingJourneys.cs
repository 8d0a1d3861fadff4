using Integral.BrowserTests.Kit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Integral.BrowserTests;

/// <summary>A methodologist writes, a visitor reads.</summary>
[Collection(nameof(Journeys))]
public sealed class WritingJourneys(Journeys district)
{
    // A picture of one pixel.
    private static readonly byte[] Pixel = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Fact]
    public async Task A_methodologists_first_news_with_a_picture_is_written_on_two_screens_and_read_by_a_visitor()
    {
        await using var author = await district.EnterAsync("methodist");
        await author.GoAsync("/cabinet");
        await author.FollowAsync("Pages and news");
        await author.ReadsAsync("Pages and news");
        await author.LooksRightAsync();
        await author.Main.GetByText("Write something new").ClickAsync();
        await author.FollowAsync("News");
        await author.ReadsAsync("New: News");
        await author.LooksRightAsync();
        await author.PressAsync("Publish");
        await author.SeesAsync("Fill this in.");
        await author.LooksRightAsync();

        await author.FillAsync("Title of the page", "Семинар методистов");
        await author.FillAsync("Text", "# Программа\n\nВ **десять** часов.");
        await author.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "Фото семинара.png", MimeType = "image/png", Buffer = Pixel });
        await author.FillAsync("What is on the new one, for those who don't see it", "Методисты за столом");
        await author.PressAsync("Publish");
        await author.SeesAsync("Published. Visitors see it now.");
        await Expect(author.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" })).ToHaveCountAsync(0);
        await author.LooksRightAsync();

        await using var visitor = await district.VisitorAsync("ru");
        await visitor.VisitAsync("/news");
        await visitor.FollowAsync("Семинар методистов");
        await visitor.ReadsAsync("Семинар методистов");
        await Expect(visitor.Main.GetByRole(AriaRole.Heading, new() { Level = 2, Name = "Программа" })).ToBeVisibleAsync();
        Assert.True(await visitor.Main.Locator("img").First.EvaluateAsync<bool>("image => image.complete && image.naturalWidth > 0"), "the picture isn't shown");
        await visitor.LooksRightAsync();
    }

    [Fact]
    public async Task A_text_is_changed_looked_at_in_its_history_taken_off_the_site_thrown_away_and_taken_back()
    {
        await using var author = await district.EnterAsync("methodist");
        await author.GoAsync("/Admin/Content/Edit?type=Page");
        await author.FillAsync("Title of the page", "Памятка методиста");
        await author.FillAsync("Text", "Было так.");
        await author.PressAsync("Publish");
        await author.SeesAsync("Published. Visitors see it now.");
        await author.FillAsync("Text", "Стало иначе.");
        await author.PressAsync("Keep as a draft");
        await author.SeesAsync("Published, with a newer draft");
        await author.FollowAsync("All versions");
        await author.SeesAsync("What version 2 changed in version 1");
        await author.LooksRightAsync();

        await author.FollowAsync("Version 1");
        await author.ConfirmAsync("Go back to this version");
        await author.SeesAsync("Version 1 is the draft now.");
        await Expect(author.Page.GetByLabel("Text", new() { Exact = true })).ToHaveValueAsync("Было так.");

        await author.ConfirmAsync("Take off the site");
        await author.SeesAsync("Taken off the site. It is a draft now.");
        await author.ConfirmAsync("Put into the bin");
        await author.SeesAsync("Put into the bin.");
        await author.PressAsync("Undo");
        await author.SeesAsync("Taken out of the bin. It is a draft now.");
        await author.LooksRightAsync();
    }

    [Fact]
    public async Task What_was_typed_in_a_window_that_was_closed_is_offered_again()
    {
        await using (var author = await district.EnterAsync("centre", "/centre"))
        {
            await author.GoAsync("/centre/Admin/Content/Edit?type=News");
            await author.FillAsync("Title of the page", "Не успел сохранить");
            await author.SeesAsync("in case the window is closed");
        }
        await using var again = await district.EnterAsync("centre", "/centre");
        await again.GoAsync("/centre/Admin/Content/Edit?type=News");
        await again.SeesAsync("You were writing here and didn't keep it.");
        await again.LooksRightAsync();
        await again.FollowAsync("Go on with it");
        await Expect(again.Page.GetByLabel("Title of the page")).ToHaveValueAsync("Не успел сохранить");
        await again.PressAsync("Keep as a draft");
        await again.SeesAsync("Kept as a draft.");
    }

    [Fact]
    public async Task Documents_are_found_by_visitors_with_their_facts()
    {
        await using var author = await district.EnterAsync("methodist");
        await author.GoAsync("/Admin/Content/Edit?type=Document");
        await author.FillAsync("Title of the page", "Положение об олимпиаде");
        await author.PressAsync("Publish");
        await author.SeesAsync("Fill this in.");
        await author.FillAsync("Number of the document", "17-о");
        await author.Page.GetByLabel("Date of the document").FillAsync("2026-11-02");
        await author.PressAsync("Publish");
        await author.SeesAsync("Published. Visitors see it now.");

        await using var visitor = await district.VisitorAsync("ru");
        await visitor.VisitAsync("/documents");
        await visitor.FollowAsync("Положение об олимпиаде");
        await visitor.SeesAsync("Номер документа: 17-о");
        await visitor.SeesAsync("Дата документа: 02.11.2026");
        await visitor.LooksRightAsync();
    }

    [Fact]
    public async Task A_page_of_blocks_is_put_together_looked_at_published_and_translated()
    {
        await using var author = await district.EnterAsync("methodist");
        await author.GoAsync("/Admin/Content/Edit?type=Page");
        await author.FillAsync("Title of the page", "Курсы и карточки");
        await author.FillAsync("Text", "Запись открыта");
        await author.Page.GetByLabel("Text", new() { Exact = true }).SelectTextAsync();
        await author.PressAsync("Bold (Ctrl+B)");
        await Expect(author.Page.GetByLabel("Text", new() { Exact = true })).ToHaveValueAsync("**Запись открыта**");
        await Expect(author.Page.Locator("#item-preview strong")).ToHaveTextAsync("Запись открыта");

        await AddAsync("Call to action");
        await AddAsync("The newest of a list");
        await author.Page.Locator("[name$='ActionBlock.Heading.Text']").FillAsync("Запишитесь на курсы");
        await author.Page.Locator("[name$='ActionBlock.Link.Url']").FillAsync("~/announcements");
        await author.Page.Locator("[name$='ListBlock.Of.Text']").SelectOptionAsync("News");
        await author.Page.GetByRole(AriaRole.Button, new() { Name = "Move: The newest of a list" }).PressAsync("ArrowUp");
        await Expect(author.Page.Locator("fieldset[data-block]").First).ToContainTextAsync("The newest of a list");
        await Expect(author.Page.Locator("[data-blocks-said]").First).ToHaveTextAsync("The newest of a list is number 1 of 2 now.");
        await Expect(author.Page.Locator("#item-preview .callout h2")).ToHaveTextAsync("Запишитесь на курсы");
        await author.LooksRightAsync();
        await author.PressAsync("Publish");
        await author.SeesAsync("Published. Visitors see it now.");
        await author.PressAsync("Make a link");
        var link = await author.Main.Locator("a[href*='/preview/']").GetAttributeAsync("href");
        await author.LooksRightAsync();

        await author.FollowAsync("Translate: English");
        await author.SeesAsync("The form holds the words of the original");
        await author.FillAsync("Title of the page", "Courses and cards");
        await author.LooksRightAsync();
        await author.PressAsync("Keep as a draft");
        await author.SeesAsync("Kept as a draft. Visitors don't see it yet.");

        await using var visitor = await district.VisitorAsync("ru");
        await visitor.VisitAsync(new Uri(link!).AbsolutePath);
        await visitor.ReadsAsync("Курсы и карточки");
        await visitor.LooksRightAsync();
        await visitor.VisitAsync("/kursy-i-kartochki");
        await Expect(visitor.Main.GetByRole(AriaRole.Heading, new() { Level = 2 }).Last).ToHaveTextAsync("Запишитесь на курсы");
        await visitor.LooksRightAsync();

        async Task AddAsync(string kind)
        {
            await author.Main.GetByText("Add a block", new() { Exact = true }).ClickAsync();
            await author.PressAsync(kind);
            await Expect(author.Page.Locator($"fieldset[data-block='{kind}']")).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task What_is_pasted_from_a_text_processor_becomes_Markdown_without_its_rubbish()
    {
        const string Word = """
            <html><head><style>p.MsoNormal {margin:0}</style></head><body><!--StartFragment-->
            <h1 style='mso-list:none'>Порядок <span style='color:red'>записи</span><o:p></o:p></h1>
            <p class=MsoNormal><b style='mso-bidi-font-weight:normal'>Срок</b> &ndash; до&nbsp;1&nbsp;мая, <i>не позже</i>: <a href="https://example.org/a">подать</a><o:p></o:p></p>
            <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;</span></span>заявление<o:p></o:p></p>
            <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>2.<span>&nbsp;&nbsp;</span></span>справка<o:p></o:p></p>
            <table><tr><td>Класс</td><td>Мест</td></tr><tr><td>1 «А»</td><td>25</td></tr></table>
            <script>alert(1)</script><!--EndFragment--></body></html>
            """;
        await using var author = await district.EnterAsync("methodist");
        await author.GoAsync("/Admin/Content/Edit?type=Page");
        var text = author.Page.GetByLabel("Text", new() { Exact = true });
        await text.EvaluateAsync("(area, html) => { const data = new DataTransfer(); data.setData('text/html', html); area.focus(); area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); }", Word);
        Assert.Equal("""
            ## Порядок записи

            **Срок** – до 1 мая, *не позже*: [подать](https://example.org/a)

            1. заявление
            1. справка

            | Класс | Мест |
            | --- | --- |
            | 1 «А» | 25 |
            """.ReplaceLineEndings("\n"), await text.InputValueAsync());
    }
}
