using Integral.BrowserTests.Kit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Integral.BrowserTests;

/// <summary>Signing in and one's own account.</summary>
[Collection(nameof(Journeys))]
public sealed class SignInJourneys(Journeys district)
{
    [Fact]
    public async Task One_signs_in_with_an_account_that_the_page_lists_and_out_again()
    {
        await using var visitor = await district.VisitorAsync("en");
        await visitor.VisitAsync("/school-1/en/sign-in");
        var login = await visitor.Page.GetByRole(AriaRole.Table, new() { Name = "Demo accounts" }).GetByRole(AriaRole.Rowheader).Filter(new() { HasText = "deputy@" }).InnerTextAsync();
        await visitor.FillAsync("Login or e-mail", login);
        await visitor.FillAsync("Password", "Integral-2026");
        await visitor.PressAsync("Sign in");
        await visitor.IsAtAsync("/school-1/cabinet");
        await visitor.LooksRightAsync();
        await visitor.OpenOwnMenuAsync();
        Faults.None(await visitor.Page.Locator("details[open] .menu-panel").AxeAsync());
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await visitor.IsAtAsync("/school-1/");
        await visitor.GoAsync("/school-1/cabinet");
        Assert.Contains("/sign-in", visitor.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_keeps_the_login_and_says_why()
    {
        await using var visitor = await district.VisitorAsync("en");
        await visitor.SignInAsync("/school-1", "teacher2@demo.local", "not the password");
        await Expect(visitor.Page.GetByLabel("Login or e-mail")).ToHaveValueAsync("teacher2@demo.local");
        await Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await visitor.LooksRightAsync();
    }

    [Fact]
    public async Task A_parent_goes_from_one_childs_school_to_the_other_and_stays_at_work()
    {
        await using var parent = await district.EnterAsync("parent", "/school-1");
        await parent.GoAsync("/school-1/cabinet");
        await parent.Page.GetByRole(AriaRole.Banner).GetByText("Школа № 1").First.ClickAsync();
        await parent.Page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Link, new() { Name = "Школа № 2" }).ClickAsync();
        await parent.IsAtAsync("/school-2/cabinet");
        await parent.SeesAsync("Parent");
        await parent.LooksRightAsync();
    }

    [Fact]
    public async Task A_sign_in_elsewhere_is_seen_and_ended()
    {
        await using var here = await district.EnterAnewAsync("teacher2", "/school-1");
        await using var there = await district.EnterAnewAsync("teacher2", "/school-1");
        await here.VisitAsync("/school-1/account");
        await Expect(here.Main.GetByText("This browser", new() { Exact = true })).ToHaveCountAsync(1);
        await here.ConfirmAsync("End");
        await here.SeesAsync("That sign-in is ended.");
        await there.GoAsync("/school-1/cabinet");
        Assert.Contains("/sign-in", there.Page.Url, StringComparison.Ordinal);
        await here.GoAsync("/school-1/cabinet");
        Assert.EndsWith("/school-1/cabinet", here.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_for_a_program_is_shown_once()
    {
        await using var teacher = await district.EnterAsync("teacher3", "/school-2");
        await teacher.VisitAsync("/school-2/account/tokens");
        await teacher.FillAsync("What it is for", "Timetable program");
        await teacher.PressAsync("Make a token");
        var token = await teacher.Main.Locator("code").InnerTextAsync();
        await teacher.LooksRightAsync();
        await teacher.GoAsync("/school-2/account/tokens");
        await teacher.SeesAsync("Timetable program");
        await teacher.SeesNotAsync(token);
        await teacher.ConfirmAsync("End");
        await teacher.SeesAsync("No program has access.");
    }

    [Fact]
    public async Task The_work_face_speaks_the_language_one_chose()
    {
        await using var lecturer = await district.EnterAsync("lecturer", "/centre");
        await lecturer.GoAsync("/centre/cabinet");
        await lecturer.OpenOwnMenuAsync();
        await lecturer.Page.GetByRole(AriaRole.Button, new() { Name = "Қазақша" }).ClickAsync();
        await Expect(lecturer.Page.Locator("html")).ToHaveAttributeAsync("lang", "kk");
        await lecturer.LooksRightAsync();
    }
}
