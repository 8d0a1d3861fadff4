using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Integral.BrowserTests.Kit;

/// <summary>A person with a browser. Whatever the console complains of, the security policy among it, fails the test.</summary>
public sealed class Someone : IAsyncDisposable
{
    public const int Desk = 1280, Phone = 360;

    private readonly List<string> complaints = [];
    private int expected = 200;

    public Someone(IPage page)
    {
        Page = page;
        page.PageError += (_, error) => complaints.Add($"{page.Url}: {error}");
        page.Console += (_, said) => { if (said.Type is "error" or "warning" && !IsExpected(said.Text)) complaints.Add($"{page.Url}: {said.Text} {said.Location}"); };
        page.Response += (_, answer) => { if (answer.Status >= 500 && answer.Status != expected) complaints.Add($"{answer.Url} answered {answer.Status}"); };
    }

    public IPage Page { get; }

    /// <summary>Opens a page and looks at it as a whole: its status, its console, axe, and whether it fits on a phone.</summary>
    public async Task VisitAsync(string url, int status = 200)
    {
        await GoAsync(url, status);
        await LooksRightAsync();
    }

    public async Task GoAsync(string url, int status = 200)
    {
        expected = status;
        var answer = await Page.GotoAsync(url);
        Assert.True(answer?.Status == status, $"{url} answered {answer?.Status}");
    }

    /// <summary>What every page must be, whoever sees it. For pages one comes to by pressing something.</summary>
    public async Task LooksRightAsync()
    {
        // The page is asked itself: an event that came while it was being replaced is sometimes never told.
        await Page.WaitForFunctionAsync("() => document.readyState === 'complete'");
        var faults = (await Page.AxeAsync()).Concat(await Page.WidthAsync(Phone)).Concat(await Page.WidthAsync(Desk)).Concat(Complaints);
        Faults.None(faults);
    }

    /// <summary>What the console said against a page since it was last asked.</summary>
    public IReadOnlyList<string> Complaints
    {
        get
        {
            IReadOnlyList<string> said = [.. complaints];
            complaints.Clear();
            return said;
        }
    }

    public async Task SignInAsync(string tenant, string login, string password)
    {
        await GoAsync($"{tenant}/en/sign-in");
        await FillAsync("Login or e-mail", login);
        await FillAsync("Password", password);
        await PressAsync("Sign in");
    }

    public Task FillAsync(string label, string value) => Page.GetByLabel(label, new() { Exact = true }).Or(Page.GetByLabel($"{label} *", new() { Exact = true })).First.FillAsync(value);
    public Task ChooseAsync(string label, string option) => Page.GetByLabel(label).SelectOptionAsync(new SelectOptionValue { Label = option });
    public Task TickAsync(string label) => Page.GetByLabel(label, new() { Exact = true }).CheckAsync();
    public Task PressAsync(string button) => Main.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();

    /// <summary>Presses a button that asks once more, and agrees.</summary>
    public async Task ConfirmAsync(string button)
    {
        await PressAsync(button);
        await Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
    }

    /// <summary>The menu under one's own name.</summary>
    public Task OpenOwnMenuAsync() => Page.GetByRole(AriaRole.Banner).Locator("summary").Last.ClickAsync();

    public Task FollowAsync(string link) => Page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First.ClickAsync();
    public Task SeesAsync(string text) => Expect(Page.GetByRole(AriaRole.Main)).ToContainTextAsync(text);
    public Task SeesNotAsync(string text) => Expect(Page.GetByRole(AriaRole.Main)).Not.ToContainTextAsync(text);
    public Task IsAtAsync(string end) => Expect(Page).ToHaveURLAsync(new Regex(Regex.Escape(end) + "(#.*)?$"));
    public Task ReadsAsync(string heading) => Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(heading);

    public ILocator Main => Page.GetByRole(AriaRole.Main);
    public ILocator Menu => Page.GetByRole(AriaRole.Navigation, new() { Name = "Main menu" });

    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();

    // The browser notes every answer that isn't good. Where a test asked for one, or a form was refused, that is no complaint.
    private bool IsExpected(string said) => said.Contains($"status of {expected} ", StringComparison.Ordinal) || said.Contains("status of 422 ", StringComparison.Ordinal);
}
