using System.Text;
using Integral.BrowserTests.Kit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Integral.BrowserTests;

/// <summary>Founding institutions and looking after them.</summary>
[Collection(nameof(Journeys))]
public sealed class InstitutionJourneys(Journeys district)
{
    [Fact]
    public async Task A_school_is_founded_and_its_site_opens()
    {
        await using var admin = await district.EnterAsync("admin");
        await admin.VisitAsync("/Admin/Tenants");
        await admin.FollowAsync("New institution");
        await Expect(admin.Main.GetByRole(AriaRole.Radio, new() { Name = "School" })).ToBeCheckedAsync();
        await admin.FillAsync("Name", "Гимназия № 7");
        await admin.Page.Keyboard.PressAsync("Tab");
        await Expect(admin.Page.GetByLabel("Address")).ToHaveValueAsync("gimnaziia-7");
        await admin.FillAsync("E-mail of its administrator", "director7@example.org");
        await admin.PressAsync("Create");
        await Expect(admin.Main.GetByText("First password:")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await admin.LooksRightAsync();
        await admin.FollowAsync("Go on");
        await admin.ReadsAsync("Гимназия № 7");
        await admin.FollowAsync("Open the site");
        await admin.ReadsAsync("Гимназия № 7");
        await admin.LooksRightAsync();
    }

    [Fact]
    public async Task A_register_is_uploaded_looked_at_and_deployed()
    {
        await using var admin = await district.EnterAsync("admin");
        await admin.VisitAsync("/Admin/Tenants");
        await admin.FollowAsync("From a register");
        await admin.LooksRightAsync();
        await admin.Page.GetByLabel("File with the register").SetInputFilesAsync(new FilePayload { Name = "register.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(
            "Код;Название;Статус;Орган управления\nb1;Школа у реки;работает;Отдел образования Речного района\nb2;Школа на ремонте;приостановлено;Отдел образования Речного района\nb3;Школа-загадка;на каникулах;Отдел образования Горного района\n") });
        await admin.PressAsync("Look at it");
        await admin.SeesAsync("3 rows. Nothing has been made yet.");
        await admin.SeesAsync("Nobody knows here whether 'на каникулах' means that it works.");
        await admin.LooksRightAsync();
        await admin.ChooseAsync("на каникулах", "Works");
        await admin.PressAsync("Check again");
        await admin.LooksRightAsync();
        await admin.PressAsync("Deploy 3 institutions");
        await Expect(admin.Main.GetByText("Institutions made: 3, of them switched off: 1. Governing bodies made: 2.")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await admin.LooksRightAsync();
        await admin.FollowAsync("Go on");
        await admin.SeesAsync("Отдел образования Речного района");
    }

    [Fact]
    public async Task A_taken_address_is_said_on_the_form_that_stays_filled_in()
    {
        await using var admin = await district.EnterAsync("admin");
        await admin.GoAsync("/Admin/Tenants/Create");
        await admin.FillAsync("Name", "Ещё одна школа");
        await admin.Page.Keyboard.PressAsync("Tab");
        await Expect(admin.Page.GetByLabel("Address")).Not.ToHaveValueAsync("");
        await admin.FillAsync("Address", "school-1");
        await admin.PressAsync("Create");
        await Expect(admin.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Expect(admin.Page.GetByLabel("Name", new() { Exact = false }).First).ToHaveValueAsync("Ещё одна школа");
        await admin.LooksRightAsync();
    }

    [Fact]
    public async Task An_institution_is_renamed_and_moved()
    {
        var (admin, _) = await FoundedAsync("Школа для переезда");
        await using var until = admin;
        await admin.FollowAsync("Name and settings");
        await admin.FillAsync("Name", "Школа после переезда");
        await admin.PressAsync("Save");
        await admin.SeesAsync("Saved.");
        await admin.ReadsAsync("Школа после переезда");
        await admin.FollowAsync("Place and address");
        await admin.Page.GetByLabel("Stands below").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await admin.FillAsync("Address", "moved-school");
        await admin.PressAsync("Move");
        await admin.SeesAsync("has its new place.");
        await admin.SeesAsync("/moved-school");
        Assert.Empty(admin.Complaints);
    }

    [Fact]
    public async Task A_feature_that_is_switched_off_is_gone_from_the_site_until_it_is_on_again()
    {
        var (admin, path) = await FoundedAsync("Школа без новостей");
        await using var until = admin;
        await using var visitor = await district.VisitorAsync();
        await visitor.GoAsync($"{path}/news");
        await admin.FollowAsync("Features");
        await admin.LooksRightAsync();
        await admin.Main.GetByRole(AriaRole.Button, new() { Name = "Switch off Content" }).ClickAsync();
        await admin.SeesAsync("Switched off.");
        await visitor.GoAsync($"{path}/news", 404);
        await admin.Main.GetByRole(AriaRole.Button, new() { Name = "Switch on Content" }).ClickAsync();
        await admin.SeesAsync("Switched on.");
        await visitor.GoAsync($"{path}/news");
    }

    [Fact]
    public async Task An_institution_is_switched_off_and_the_message_takes_it_back()
    {
        var (admin, path) = await FoundedAsync("Школа на ремонте");
        await using var until = admin;
        await admin.ConfirmAsync("Switch off");
        await admin.SeesAsync("is switched off.");
        await using var visitor = await district.VisitorAsync();
        await visitor.VisitAsync(path, 503);
        await admin.PressAsync("Undo");
        await admin.SeesAsync("is switched on.");
        await visitor.GoAsync(path);
    }

    [Fact]
    public async Task An_institution_is_removed_to_an_archive_only_when_its_address_is_typed()
    {
        var (admin, path) = await FoundedAsync("Лишняя школа");
        await using var until = admin;
        await admin.FollowAsync("Remove");
        await admin.FillAsync("Its address, to be sure", "school-1");
        await admin.PressAsync("Archive and remove");
        await admin.SeesAsync("That isn't its address, so nothing was removed.");
        await admin.LooksRightAsync();
        await admin.FillAsync("Its address, to be sure", path.Trim('/'));
        await admin.PressAsync("Archive and remove");
        await Expect(admin.Main).ToContainTextAsync("Its archive:", new() { Timeout = 60_000 });
        await using var visitor = await district.VisitorAsync();
        await visitor.VisitAsync(path, 404);
    }

    [Fact]
    public async Task A_backup_is_made_with_a_button_and_listed()
    {
        var (admin, _) = await FoundedAsync("Школа с копией");
        await using var until = admin;
        await admin.FollowAsync("Backups");
        await admin.SeesAsync("There is no backup on the server yet");
        await admin.LooksRightAsync();
        await admin.PressAsync("Back up now");
        await Expect(admin.Main.GetByRole(AriaRole.Link, new() { Name = "Go on" })).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await admin.FollowAsync("Go on");
        await admin.SeesAsync("Backups on the server");
        await admin.LooksRightAsync();
    }

    private async Task<(Someone Admin, string Path)> FoundedAsync(string name)
    {
        var admin = await district.EnterAsync("admin");
        await admin.GoAsync("/Admin/Tenants/Create");
        await admin.FillAsync("Name", name);
        await admin.Page.Keyboard.PressAsync("Tab");
        await Expect(admin.Page.GetByLabel("Address")).Not.ToHaveValueAsync("");
        var path = await admin.Page.GetByLabel("Address").InputValueAsync();
        await admin.PressAsync("Create");
        await Expect(admin.Main.GetByRole(AriaRole.Link, new() { Name = "Go on" })).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await admin.FollowAsync("Go on");
        return (admin, $"/{path}");
    }
}
