using Integral.BrowserTests.Kit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Integral.BrowserTests;

/// <summary>Whoever has never written here before: how much there is to press, and whether everything that must be filled in says what it is.</summary>
[Collection(nameof(Journeys))]
public sealed class FirstPageJourney(Journeys district)
{
    private const int MostClicks = 25, MostScreens = 4;

    // A picture of one pixel.
    private static readonly byte[] Pixel = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Fact]
    public async Task A_methodologists_first_page_with_a_picture_and_two_blocks_takes_at_most_25_clicks_on_4_screens()
    {
        await using var author = await district.EnterAsync("methodist");
        var (clicks, screens) = (0, new HashSet<string>());
        // Pressing a label presses its control as well: the finger went down once.
        await author.Page.ExposeFunctionAsync("pressed", () => { clicks++; });
        await author.Page.AddInitScriptAsync("addEventListener('pointerdown', () => window.pressed(), true)");
        author.Page.FrameNavigated += (_, frame) => { if (frame == author.Page.MainFrame) screens.Add(new Uri(frame.Url).AbsolutePath); };

        await author.GoAsync("/cabinet");
        await author.FollowAsync("Pages and news");
        await author.Main.GetByText("Write something new").ClickAsync();
        await author.FollowAsync("Page");
        await author.ReadsAsync("New: Page");
        await TypeAsync(author.Page.GetByLabel("Title of the page"), "Летняя школа");
        await TypeAsync(author.Page.GetByLabel("Text", new() { Exact = true }), "Приглашаем учителей математики.");
        await PictureAsync();
        await AddAsync("Call to action");
        await TypeAsync(author.Page.Locator("[name$='ActionBlock.Heading.Text']"), "Запишитесь до 1 июня");
        await TypeAsync(author.Page.Locator("[name$='ActionBlock.Link.Url']"), "~/announcements");
        await AddAsync("The newest of a list");
        await author.Page.Locator("[name$='ListBlock.Of.Text']").SelectOptionAsync("News");
        clicks += 2;        // a list that opens isn't part of the page
        await EveryRequiredFieldSaysWhatItIsAsync(author.Page);
        await author.LooksRightAsync();
        await author.PressAsync("Publish");
        await author.SeesAsync("Published. Visitors see it now.");

        Assert.InRange(clicks, 8, MostClicks);
        Assert.InRange(screens.Count, 3, MostScreens);
        TestContext.Current.SendDiagnosticMessage($"a first page: {clicks} clicks on {screens.Count} screens");

        await using var visitor = await district.VisitorAsync("ru");
        await visitor.VisitAsync("/letniaia-shkola");
        await visitor.ReadsAsync("Летняя школа");
        Assert.True(await visitor.Main.GetByAltText("Учителя у доски").EvaluateAsync<bool>("image => image.complete && image.naturalWidth > 0"), "the picture isn't shown");
        await visitor.SeesAsync("Запишитесь до 1 июня");

        async Task TypeAsync(ILocator field, string text)
        {
            await field.ClickAsync();
            await field.PressSequentiallyAsync(text);
        }

        // Into the text, as one drags it there; the window of the computer that it comes from takes a press of its own.
        async Task PictureAsync()
        {
            var text = author.Page.GetByLabel("Text", new() { Exact = true });
            await text.EvaluateAsync("""
                (area, base64) => {
                  const bytes = Uint8Array.from(atob(base64), c => c.charCodeAt(0));
                  const data = new DataTransfer();
                  data.items.add(new File([bytes], 'школа.png', { type: 'image/png' }));
                  area.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
                }
                """, Convert.ToBase64String(Pixel));
            clicks++;
            var dialog = author.Page.GetByRole(AriaRole.Dialog);
            await TypeAsync(dialog.GetByLabel("What is on it, for those who don't see it"), "Учителя у доски");
            await dialog.GetByRole(AriaRole.Button, new() { Name = "Put it into the text" }).ClickAsync();
            await Expect(text).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("Учителя у доски"));
        }

        async Task AddAsync(string kind)
        {
            await author.Main.GetByText("Add a block", new() { Exact = true }).ClickAsync();
            await author.PressAsync(kind);
            await Expect(author.Page.Locator($"fieldset[data-block='{kind}']")).ToBeVisibleAsync();
        }
    }

    // A label and a sentence below it, both to be seen.
    private static async Task EveryRequiredFieldSaysWhatItIsAsync(IPage page)
    {
        var silent = await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('main [required]')].filter(field => field.checkVisibility()).filter(field => {
              const label = field.labels[0];
              const said = (field.getAttribute('aria-describedby') ?? '').split(' ').map(id => document.getElementById(id)).filter(Boolean);
              return !label?.checkVisibility() || !said.some(one => one.checkVisibility() && one.textContent.trim().length > 10);
            }).map(field => field.name)
            """);
        Faults.None(silent.Select(name => $"{name} must be filled in, and doesn't say what it is"));
    }
}
