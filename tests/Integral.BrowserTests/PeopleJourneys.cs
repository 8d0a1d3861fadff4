using Integral.BrowserTests.Kit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Integral.BrowserTests;

/// <summary>Looking after people: whoever lets somebody in, and whoever is let in.</summary>
[Collection(nameof(Journeys))]
public sealed class PeopleJourneys(Journeys district)
{
    private const string People = "/school-1/Admin/People";

    [Fact]
    public async Task Somebody_is_added_gets_a_slip_and_chooses_a_password_of_their_own()
    {
        await using var registrar = await district.EnterAsync("registrar", "/school-1");
        await registrar.VisitAsync(People);
        await registrar.FollowAsync("Add a person");
        await registrar.FillAsync("Family name", "Абдуллина");
        await registrar.FillAsync("Given name", "Сауле");
        await registrar.TickAsync("Teacher");
        await registrar.PressAsync("Add");
        await registrar.ReadsAsync("A first password");
        await registrar.LooksRightAsync();
        await IsReadyToPrintAsync(registrar, slips: 1);

        await using var newcomer = await district.VisitorAsync("en");
        await newcomer.SignInAsync("/school-1", await SlipAsync(registrar, "Login"), await SlipAsync(registrar, "First password"));
        // Nobody has asked this account for its language yet: it speaks the school's.
        await newcomer.SeesAsync("Сначала выберите собственный пароль");
        await newcomer.LooksRightAsync();
        await newcomer.FillAsync("Нынешний пароль", await SlipAsync(registrar, "First password"));
        await newcomer.FillAsync("Новый пароль", "four ordinary words here");
        await newcomer.FillAsync("Новый пароль ещё раз", "four ordinary words here");
        await newcomer.PressAsync("Сменить пароль");
        await newcomer.IsAtAsync("/school-1/cabinet");
    }

    [Fact]
    public async Task Several_people_are_added_at_once()
    {
        await using var head = await district.EnterAsync("head", "/school-1");
        await head.GoAsync(People);
        await head.Main.GetByText("More ways to add").ClickAsync();
        await head.FollowAsync("Add several by a list of names");
        await head.FillAsync("Names", "Ким Алина\nКим Борис Олегович\nСергеев Пётр");
        await head.TickAsync("Learner");
        await head.PressAsync("Add");
        await head.ReadsAsync("3 first passwords");
        await IsReadyToPrintAsync(head, slips: 3);
        await head.FollowAsync("Done");
        await head.FillAsync("Name or login", "ким");
        await head.PressAsync("Find");
        await head.SeesAsync("Ким Борис Олегович");
        await head.LooksRightAsync();
    }

    [Fact]
    public async Task An_invited_person_joins_by_the_link_once()
    {
        await using var head = await district.EnterAsync("head", "/school-1");
        await head.VisitAsync($"{People}/Invite");
        await head.FillAsync("Family name", "Гость");
        await head.TickAsync("Parent");
        await head.PressAsync("Make the link");
        var link = await head.Main.Locator("code").InnerTextAsync();
        await head.LooksRightAsync();

        await using var invited = await district.VisitorAsync("en");
        await invited.VisitAsync(new Uri(link).AbsolutePath.Replace("/school-1/", "/school-1/en/", StringComparison.Ordinal));
        await invited.FillAsync("Login", "invited@example.org");
        await invited.FillAsync("Password", "three ordinary words");
        await invited.FillAsync("Password once more", "three ordinary words");
        await invited.PressAsync("Make the account and join");
        await invited.IsAtAsync("/school-1/cabinet");

        await using var late = await district.VisitorAsync("en");
        await late.VisitAsync(new Uri(link).AbsolutePath, 404);
    }

    [Fact]
    public async Task An_account_is_reset_blocked_unblocked_and_removed_each_after_a_question()
    {
        await using var head = await district.EnterAsync("head", "/school-1");
        await head.GoAsync($"{People}/Several");
        await head.FillAsync("Names", "Уходящий Иван");
        await head.TickAsync("Teacher");
        await head.PressAsync("Add");
        await head.FollowAsync("Done");
        await head.GoAsync($"{People}?q=Уходящий");
        await head.FollowAsync("Уходящий Иван");
        await head.FollowAsync("Password and sign-ins");
        await head.ConfirmAsync("New first password");
        await head.ReadsAsync("A first password");
        await head.Page.GoBackAsync();
        await head.Page.ReloadAsync();
        await head.ConfirmAsync("Block");
        await head.SeesAsync("is blocked and signed out everywhere.");
        await head.LooksRightAsync();
        await head.ConfirmAsync("Unblock");
        await head.SeesAsync("can sign in again.");
        await head.ConfirmAsync("Remove from here");
        await head.SeesAsync("has no access here any more.");
        await head.ConfirmAsync("Put into the bin");
        await head.SeesAsync("is in the bin.");
        await head.PressAsync("Undo");
        await head.ReadsAsync("Уходящий Иван");
        Assert.Empty(head.Complaints);
    }

    [Fact]
    public async Task A_question_that_is_answered_with_no_changes_nothing()
    {
        await using var head = await district.EnterAsync("head", "/school-1");
        await head.GoAsync($"{People}?Q=teacher2");
        await head.Main.GetByRole(AriaRole.Rowheader).GetByRole(AriaRole.Link).ClickAsync();
        await head.FollowAsync("Password and sign-ins");
        await head.PressAsync("Block");
        Faults.None(await head.Page.GetByRole(AriaRole.Dialog).AxeAsync());
        await head.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Expect(head.Page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
        await Expect(head.Main.GetByText("Active")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_trail_tells_the_head_what_was_changed_about_whom()
    {
        await using var head = await district.EnterAsync("head", "/school-1");
        await head.GoAsync($"{People}?Q=deputy");
        await head.Main.GetByRole(AriaRole.Rowheader).GetByRole(AriaRole.Link).ClickAsync();
        await head.FollowAsync("Name and contacts");
        await head.FillAsync("Phone", "+7 700 123 45 67");
        await head.PressAsync("Save");
        await head.FollowAsync("What was changed about this person");
        var newest = head.Main.GetByRole(AriaRole.Article).First;
        await Expect(newest).ToContainTextAsync("head@demo.local changed: Person");
        await Expect(newest).ToContainTextAsync("Иванова");
        await Expect(newest).ToContainTextAsync("+7 700 123 45 67");
        await head.LooksRightAsync();
    }

    private static Task<string> SlipAsync(Someone someone, string name) =>
        someone.Main.Locator($"dt:text-is('{name}') + dd").First.InnerTextAsync();

    private static async Task IsReadyToPrintAsync(Someone someone, int slips)
    {
        await someone.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(someone.Main.GetByText("At the first sign-in you choose a password of your own.")).ToHaveCountAsync(slips);
        await Expect(someone.Page.Locator("nav.side")).ToBeHiddenAsync();
        await Expect(someone.Page.GetByRole(AriaRole.Button, new() { Name = "Print" })).ToBeHiddenAsync();
        await someone.Page.EmulateMediaAsync(new() { Media = Media.Screen });
    }
}
