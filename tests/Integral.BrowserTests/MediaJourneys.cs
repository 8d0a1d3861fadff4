using Integral.BrowserTests.Kit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Integral.BrowserTests;

/// <summary>A methodologist brings pictures, visitors see them in the size that their screen needs.</summary>
[Collection(nameof(Journeys))]
public sealed class MediaJourneys(Journeys district)
{
    // Pictures are drawn by the browser, so that it can make them smaller again.
    private const string Bring = """
        async ([selector, drawn]) => {
          const bag = new DataTransfer();
          for (const one of drawn) {
            const canvas = document.createElement('canvas');
            [canvas.width, canvas.height] = [one.width, one.width * 2 / 3];
            const brush = canvas.getContext('2d');
            for (let n = 0; n < 300; n++) { brush.fillStyle = `hsl(${n * 37 + one.hue} 60% ${20 + n % 60}%)`; brush.fillRect(n * 53 % one.width, n * 91 % canvas.height, one.width / 9, one.width / 14); }
            const blob = await new Promise(done => canvas.toBlob(done, one.type));
            bag.items.add(new File(one.size ? [blob, new Uint8Array(one.size)] : [blob], one.name, { type: one.type }));
          }
          const target = document.querySelector(selector);
          for (const kind of ['dragover', 'drop']) target.dispatchEvent(new DragEvent(kind, { dataTransfer: bag, bubbles: true, cancelable: true }));
        }
        """;

    private static async Task DropAsync(Someone author, string selector, params object[] drawn) => await author.Page.EvaluateAsync(Bring, new object[] { selector, drawn });

    [Fact]
    public async Task A_methodologist_drags_three_pictures_and_a_visitor_with_a_telephone_gets_the_small_one()
    {
        await using var author = await district.EnterAsync("methodist");
        await author.GoAsync("/cabinet");
        await author.FollowAsync("Files and pictures");
        await author.ReadsAsync("Files and pictures");
        await author.LooksRightAsync();

        await DropAsync(author, "main", new { name = "Школьный двор.jpg", type = "image/jpeg", width = 3000, hue = 10, size = 0 },
            new { name = "Стенд.png", type = "image/png", width = 900, hue = 140, size = 0 }, new { name = "Огромная.jpg", type = "image/jpeg", width = 60, hue = 0, size = 200 << 20 });
        var rows = author.Main.Locator("[data-upload-list] > li");
        await Expect(rows.Nth(0)).ToContainTextAsync("Taken", new() { Timeout = 30_000 });
        await Expect(rows.Nth(1)).ToContainTextAsync("Taken", new() { Timeout = 30_000 });
        await Expect(rows.Nth(2)).ToContainTextAsync("The file is larger than 100 MB.");
        await rows.Nth(0).GetByLabel("What is on it").FillAsync("Children plant trees");
        await rows.Nth(0).GetByLabel("What is on it").PressAsync("Enter");
        await Expect(rows.Nth(0)).ToContainTextAsync("what is on it is saved");
        await author.LooksRightAsync();
        await author.PressAsync("Show them in the list");
        await Expect(author.Main.GetByRole(AriaRole.Link, new() { Name = "Школьный двор.jpg" })).ToBeVisibleAsync();
        await author.LooksRightAsync();
        await author.FollowAsync("As a list");
        await author.SeesAsync("Children plant trees");
        await author.LooksRightAsync();
        await author.FollowAsync("Школьный двор.jpg");
        await author.SeesAsync("2560 × 1707");
        await author.LooksRightAsync();

        await author.GoAsync("/Admin/Content/Edit?type=News");
        await author.FillAsync("Title of the page", "Субботник во дворе");
        await author.PressAsync("Choose from the library");
        var library = author.Page.GetByRole(AriaRole.Dialog);
        await library.GetByLabel("Words of the name").FillAsync("двор");
        await Expect(library.GetByRole(AriaRole.Radio)).ToHaveCountAsync(1);
        await library.GetByRole(AriaRole.Radio).CheckAsync();
        await library.GetByRole(AriaRole.Button, new() { Name = "Take this one" }).ClickAsync();
        await author.SeesAsync("Chosen: Школьный двор.jpg");

        await DropAsync(author, "textarea[data-drop]", new { name = "Лопаты.jpg", type = "image/jpeg", width = 1300, hue = 70, size = 0 });
        var ask = author.Page.GetByRole(AriaRole.Dialog);
        await ask.GetByLabel("What is on it").FillAsync("Лопаты у стены");
        await ask.GetByRole(AriaRole.Button, new() { Name = "Put it into the text" }).ClickAsync();
        await Expect(author.Page.Locator("textarea[data-drop]")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex(@"!\[Лопаты у стены\]\(~/media/.+/lopaty\.jpg\)"));
        await author.PressAsync("Publish");
        await author.SeesAsync("Published. Visitors see it now.");

        await using var visitor = await district.VisitorAsync("ru");
        await visitor.Page.SetViewportSizeAsync(Someone.Phone, 740);
        var asked = new List<string>();
        visitor.Page.Request += (_, request) => { if (request.Url.Contains("/media/", StringComparison.Ordinal)) lock (asked) asked.Add(new Uri(request.Url).PathAndQuery); };
        await visitor.GoAsync("/news");
        await visitor.FollowAsync("Субботник во дворе");
        await visitor.ReadsAsync("Субботник во дворе");
        await visitor.Main.GetByRole(AriaRole.Img, new() { Name = "Лопаты у стены" }).ScrollIntoViewIfNeededAsync();
        await Until(() => { lock (asked) return asked.Exists(a => a.EndsWith("lopaty.jpg?w=480", StringComparison.Ordinal)); });
        lock (asked) Assert.True(asked.Where(a => a.Contains("lopaty", StringComparison.Ordinal) || a.Contains("dvor", StringComparison.Ordinal)).All(a => a.EndsWith("?w=480", StringComparison.Ordinal)), string.Join(", ", asked));
        await visitor.LooksRightAsync();
    }

    [Fact]
    public async Task Folders_are_made_and_closed_and_files_thrown_away_and_taken_back()
    {
        await using var author = await district.EnterAsync("methodist");
        await author.GoAsync("/Admin/Media");
        await author.FollowAsync("Add a folder");
        await author.LooksRightAsync();
        await author.FillAsync("Path of the folder", "Для своих");
        await author.TickAsync("Those who are signed in here");
        await author.PressAsync("Save");
        await author.ReadsAsync("Для своих");
        await DropAsync(author, "main", new { name = "Схема.png", type = "image/png", width = 200, hue = 200, size = 0 });
        await author.SeesAsync("Taken");
        await author.FollowAsync("Open it: Схема.png");
        await author.ConfirmAsync("Put into the bin");
        await author.ReadsAsync("Для своих");
        await author.FollowAsync("Bin of files");
        await author.SeesAsync("Схема.png");
        await author.LooksRightAsync();
        await author.FollowAsync("Схема.png");
        await author.LooksRightAsync();
        await author.PressAsync("Take it out of the bin");
        await author.SeesAsync("Taken out of the bin.");
        await author.FollowAsync("Для своих");
        await author.FollowAsync("Change this folder");
        await author.LooksRightAsync();
        await author.ConfirmAsync("Delete the folder");
        await author.SeesAsync("Only an empty folder can be deleted");
    }

    private static async Task Until(Func<bool> isSo)
    {
        for (var tries = 0; tries < 100 && !isSo(); tries++) await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.True(isSo(), "it didn't come");
    }
}
