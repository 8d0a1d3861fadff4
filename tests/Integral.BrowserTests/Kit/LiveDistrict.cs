using System.Collections.Concurrent;
using System.Net;
using Integral.Tests.Kit;
using Microsoft.Playwright;

namespace Integral.BrowserTests.Kit;

/// <summary>The demo district on a real port, visited with a real browser. One for a collection of tests; nobody signs in twice.</summary>
public class LiveDistrict(Chromium chromium) : DistrictWithMail
{
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> signedIn = [];

    public string Address => ClientOptions.BaseAddress.ToString().TrimEnd('/');

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        UseKestrel(server => server.Listen(IPAddress.Loopback, 0));
        StartServer();
    }

    /// <summary>Somebody who has just come.</summary>
    public Task<Someone> VisitorAsync(string language = "ru") => OpenAsync(null, language);

    /// <summary>Somebody of the demo who signed in at their institution: <c>EnterAsync("head", "/school-1")</c>.</summary>
    public async Task<Someone> EnterAsync(string who, string tenant = "") => await OpenAsync(await StateAsync(who, tenant));

    /// <summary>The same without what others have already signed in with: for tests that end sessions.</summary>
    public async Task<Someone> EnterAnewAsync(string who, string tenant = "") => await OpenAsync(await SignedInAsync(who, tenant));

    private async Task<string> StateAsync(string who, string tenant)
    {
        var state = signedIn.GetOrAdd(who + tenant, _ => new(() => SignedInAsync(who, tenant)));
        try
        {
            return await state.Value;
        }
        catch
        {
            signedIn.TryRemove(new(who + tenant, state));      // the next test tries anew
            throw;
        }
    }

    private async Task<string> SignedInAsync(string who, string tenant)
    {
        await using var visitor = await OpenAsync(null, "en");
        await visitor.SignInAsync(tenant, $"{who}@demo.local", "Integral-2026");
        await visitor.IsAtAsync($"{tenant}/cabinet");
        return await visitor.Page.Context.StorageStateAsync();
    }

    private async Task<Someone> OpenAsync(string? state, string language = "ru")
    {
        var context = await chromium.Browser.NewContextAsync(new() { BaseURL = Address, StorageState = state, Locale = language, ViewportSize = new() { Width = Someone.Desk, Height = 800 }, ColorScheme = ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce });
        context.SetDefaultTimeout(15_000);
        return new(await context.NewPageAsync());
    }
}
