using Integral.BrowserTests.Kit;
using Integral.Platform.Data;
using Integral.Platform.Live;
using Integral.Platform.Localization;
using Integral.Platform.Messaging;
using Integral.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Integral.BrowserTests;

/// <summary>Pages that show what changes while they are open.</summary>
[Collection(nameof(Journeys))]
public sealed class LiveJourneys(Journeys district)
{
    private LiveStreams Streams => district.Services.GetRequiredService<LiveStreams>();

    [Fact]
    public async Task Two_tabs_show_what_changes_without_being_loaded_again_and_share_one_stream()
    {
        await using var admin = await district.EnterAnewAsync("admin");
        var account = await district.AccountAsync("admin");
        var other = await admin.Page.Context.NewPageAsync();
        foreach (var tab in new[] { admin.Page, other })
        {
            await tab.GotoAsync("/Admin/Status");
            await Expect(Undelivered(tab)).ToHaveTextAsync("0");
            await tab.EvaluateAsync("() => { window.isTheSame = true; }");
        }
        await Until.TrueAsync(() => Task.FromResult(Of(account.Id) == 1), $"there are {Of(account.Id)} streams");
        await Task.Delay(1000);     // what a tab asks when it has just come is over

        await LetterAsync(host => host.Add(new DeadLetter { MessageId = district.Tenant("").Id, SenderId = district.Tenant("").Id, ReceiverId = district.Tenant("centre").Id, Kind = "tests.lost", Reason = Sentences.Keep("No reason"), SentAt = default, DiedAt = default }));
        foreach (var tab in new[] { admin.Page, other })
        {
            await Expect(Undelivered(tab)).ToHaveTextAsync("1", new() { Timeout = 5_000 });
            Assert.True(await tab.EvaluateAsync<bool>("() => window.isTheSame === true"));
        }
        Assert.Equal(1, Of(account.Id));

        await admin.Page.GotoAsync("/");        // a public page has none: the other tab takes over
        Assert.Equal(0, await admin.Page.Locator("meta[name=live]").CountAsync());
        await Until.TrueAsync(() => Task.FromResult(Of(account.Id) == 1), "the other tab didn't take over");
        await Task.Delay(1000);
        await LetterAsync(host => host.RemoveRange(host.Set<DeadLetter>().ToList()));
        await Expect(Undelivered(other)).ToHaveTextAsync("0", new() { Timeout = 5_000 });
        Assert.Empty(admin.Complaints);
    }

    [Fact]
    public async Task Tabs_of_two_institutions_have_a_stream_each_and_neither_hears_the_others_news()
    {
        await using var admin = await district.EnterAnewAsync("admin");
        var (account, root, school) = (await district.AccountAsync("admin"), district.Tenant("").Id, district.Tenant("school-1").Id);
        var other = await admin.Page.Context.NewPageAsync();
        await admin.Page.GotoAsync("/Admin/Status");
        await other.GotoAsync("/school-1/cabinet");
        // No page of a school shows anything live yet: one that does.
        await other.EvaluateAsync("() => { document.body.insertAdjacentHTML('beforeend', '<div data-live=\"of-school\"></div>'); document.dispatchEvent(new Event('htmx:load')); }");
        await Until.TrueAsync(() => Task.FromResult(Of(account.Id) == 2), $"there are {Of(account.Id)} streams");
        Assert.Equal(new[] { root, school }.Order(), Streams.All().Where(s => s.AccountId == account.Id).Select(s => s.TenantId).Order());
        foreach (var tab in new[] { admin.Page, other }) await tab.EvaluateAsync("() => { window.heard = []; document.addEventListener('live:changed', event => window.heard.push(event.detail.topic)); }");

        var news = district.Services.GetRequiredService<LiveNews>();
        foreach (var (tenant, topic) in new[] { (school, "of-school"), (root, "of-root"), (school, "last"), (root, "last") }) news.Tell(tenant, new(topic));
        foreach (var (tab, topic) in new[] { (admin.Page, "of-root"), (other, "of-school") })
        {
            await tab.WaitForFunctionAsync("() => window.heard.includes('last')");
            Assert.Equal([topic, "last"], (await tab.EvaluateAsync<string[]>("() => window.heard")).Where(t => t is "last" || t.StartsWith("of-", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task Work_is_watched_to_its_end_where_no_stream_can_be_had()
    {
        await using var admin = await district.EnterAnewAsync("admin");
        await admin.Page.RouteAsync("**/api/v1/events", route => route.AbortAsync());
        await admin.GoAsync("/Admin/Tenants/Create");
        await admin.FillAsync("Name", "Школа без потока");
        await admin.PressAsync("Create");
        await Expect(admin.Main.GetByText("is open at")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        Assert.Equal(0, Of((await district.AccountAsync("admin")).Id));
    }

    private static ILocator Undelivered(IPage page) => page.Locator(".stat", new() { HasText = "Messages not delivered" }).Locator(".stat-number");

    private int Of(Guid account) => Streams.All().Count(s => s.AccountId == account);

    private Task<int> LetterAsync(Action<HostDb> change) => district.InHostAsync(host =>
    {
        change(host);
        district.Services.GetRequiredService<LiveNews>().AfterCommit(host, district.Tenant("").Id, new("status"));
        return host.SaveChangesAsync();
    });
}
