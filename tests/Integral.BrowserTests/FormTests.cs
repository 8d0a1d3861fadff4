using Integral.BrowserTests.Kit;
using static Microsoft.Playwright.Assertions;

namespace Integral.BrowserTests;

/// <summary>Forms as they come back when something is missing.</summary>
[Collection(nameof(Journeys))]
public sealed class FormTests(Journeys district)
{
    [Fact]
    public async Task A_form_sent_empty_says_beside_each_field_what_is_missing()
    {
        await using var visitor = await district.VisitorAsync();
        await using var admin = await district.EnterAsync("admin");
        await SentEmptyAsync(visitor, "/sign-in");
        foreach (var page in new[] { "People/Add", "People/Several", "People/Invite", "People/Existing", "Roles/New", "Tenants/Create" }) await SentEmptyAsync(admin, $"/Admin/{page}");
        foreach (var page in new[] { "password", "tokens" }) await SentEmptyAsync(admin, $"/account/{page}");
    }

    private static async Task SentEmptyAsync(Someone someone, string url)
    {
        await someone.GoAsync(url);
        // Past the browser's own check, as an older one or a program would come.
        await someone.Main.Locator("form[method=post]").First.EvaluateAsync("form => { form.noValidate = true; form.requestSubmit(); }");
        await Expect(someone.Main.Locator("[aria-invalid=true]").First).ToBeVisibleAsync();
        await someone.LooksRightAsync();
        await someone.Page.PhotographAsync($"{url.Replace('/', '_')}-empty");
    }
}
