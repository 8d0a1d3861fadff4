using Integral.BrowserTests.Kit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Integral.BrowserTests;

/// <summary>Signing in, one's own account, and everybody's cabinet.</summary>
[Collection(nameof(Journeys))]
public sealed class SignInJourneys(Journeys district)
{
    [Fact]
    public async Task One_signs_in_with_an_account_that_the_page_lists()
    {
        await using var visitor = await district.VisitorAsync("en");
        await visitor.VisitAsync("/school-1/en/sign-in");
        var login = await visitor.Page.GetByRole(AriaRole.Table, new() { Name = "Demo accounts" }).GetByRole(AriaRole.Rowheader).Filter(new() { HasText = "registrar@" }).InnerTextAsync();
        await visitor.FillAsync("Login or e-mail", login);
        await visitor.FillAsync("Password", "Integral-2026");
        await visitor.PressAsync("Sign in");
        await visitor.IsAtAsync("/school-1/cabinet");
        await visitor.LooksRightAsync();
    }

    [Fact]
    public async Task A_wrong_password_keeps_the_login_and_says_why()
    {
        await using var visitor = await district.VisitorAsync("en");
        await visitor.SignInAsync("/school-1", "teacher2@demo.local", "not the password");
        await Expect(visitor.Page.GetByLabel("Login or e-mail")).ToHaveValueAsync("teacher2@demo.local");
        await Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await visitor.Page.HasNothingForAxeAsync();
    }
}
