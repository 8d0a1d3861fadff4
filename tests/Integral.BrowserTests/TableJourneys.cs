using System.Text;
using Integral.BrowserTests.Kit;
using Integral.Platform.Sheets;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Integral.BrowserTests;

/// <summary>A school's people come in as a table and go out as one.</summary>
[Collection(nameof(Journeys))]
public sealed class TableJourneys(Journeys district)
{
    private const string People = "/school-1/Admin/People";
    private const string Table = "Шифр;Фамилия;Имя;Рожд.;Роль\nt-1;Табличная;Айгуль;2014-03-02;Обучающийся\nt-2;Табличный;Борис;31.02.2014;Обучающийся\nt-3;Табличный;Виктор;03.04.2014;Обучающийся\n";

    [Fact]
    public async Task A_table_is_looked_at_corrected_imported_taken_out_and_put_back()
    {
        await using var head = await district.EnterAsync("head", "/school-1");
        await head.VisitAsync(People);
        await head.Main.GetByText("More ways to add").ClickAsync();
        await head.FollowAsync("Import people");
        await head.LooksRightAsync();
        await head.Page.GetByLabel("File with people").SetInputFilesAsync(new FilePayload { Name = "class.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(Table) });
        await head.PressAsync("Look at it");
        await head.ReadsAsync("class.csv");
        await head.ChooseAsync("Code in another system", "Шифр");
        await head.ChooseAsync("Date of birth", "Рожд.");
        await head.PressAsync("Check again");
        await head.SeesAsync("'31.02.2014' isn't a day (Date of birth).");
        await head.LooksRightAsync();
        await PhotographAsync(head, "import-check");

        await head.PressAsync("Import 2 rows");
        await head.SeesAsync("People added: 2. Changed: 0. Without a change: 0. Refused: 1.");
        await head.LooksRightAsync();
        var done = new Uri(head.Page.Url).PathAndQuery;
        await PhotographAsync(head, "import-done");
        await head.PressAsync("To the first passwords");
        await head.ReadsAsync("2 first passwords");
        await head.SeesAsync("Табличная Айгуль");
        await head.FollowAsync("Done");

        await head.FillAsync("Name or login", "табличн");
        await head.PressAsync("Find");
        await head.FollowAsync("Export people");
        await head.SeesAsync("A table with the data of 2 people.");
        await head.FillAsync("What are the data needed for?", "Список класса для автобуса");
        await head.LooksRightAsync();
        await PhotographAsync(head, "export");
        var download = await head.Page.RunAndWaitForDownloadAsync(() => head.PressAsync("Take the table"));
        var taken = SheetFile.Read(await File.ReadAllBytesAsync(await download.PathAsync()));
        Assert.Equal(["Табличная", "Табличный"], taken.Rows.Select(r => r[taken.At("Family name")]).Order());

        await head.GoAsync("/school-1/cabinet");
        await head.Main.GetByRole(AriaRole.Link).Filter(new() { HasText = "Exports of personal data" }).ClickAsync();
        await Expect(head.Main.GetByRole(AriaRole.Row).Nth(1)).ToContainTextAsync("Список класса для автобуса");
        await head.LooksRightAsync();
        await PhotographAsync(head, "exports");

        await head.GoAsync(done);
        await head.FollowAsync("Undo");
        await head.SeesAsync("Will be as before");
        await head.PressAsync("Take this back");
        await head.SeesAsync("Taken back.");
        await head.LooksRightAsync();
        await PhotographAsync(head, "import-undone");
        await head.GoAsync($"{People}?Q=табличн");
        await head.SeesAsync("Nobody was found");
    }

    [Fact]
    public async Task An_import_is_watched_and_cancelled_and_nothing_of_it_is_left()
    {
        await using var head = await district.EnterAsync("head", "/school-1");
        await head.VisitAsync($"{People}/Import");
        var table = "Code;Family name;Given name\n" + string.Concat(Enumerable.Range(1, 10_000).Select(i => $"w-{i};Прерванный;Номер{i}\n"));
        await head.Page.GetByLabel("File with people").SetInputFilesAsync(new FilePayload { Name = "district.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(table) });
        await head.PressAsync("Look at it");
        await head.ReadsAsync("district.csv");
        await head.PressAsync("Import 10000 rows");
        await head.SeesAsync("of 10000 rows");
        await Expect(head.Main.GetByRole(AriaRole.Button, new() { Name = "Cancel the import" })).ToBeVisibleAsync();
        await head.LooksRightAsync();
        await PhotographAsync(head, "import-running");

        await head.PressAsync("Cancel the import");
        await Expect(head.Main.GetByText("Nothing of it was taken.")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Expect(head.Main.GetByRole(AriaRole.Button, new() { Name = "Cancel the import" })).ToHaveCountAsync(0);
        await head.LooksRightAsync();
        await PhotographAsync(head, "import-cancelled");
        await head.GoAsync($"{People}?Q=прерванный");
        await head.SeesAsync("Nobody was found");
    }

    private static async Task PhotographAsync(Someone someone, string name)
    {
        foreach (var width in new[] { Someone.Phone, Someone.Desk })
        {
            await someone.Page.WidthAsync(width);
            await someone.Page.PhotographAsync($"table-{name}");
        }
    }
}
