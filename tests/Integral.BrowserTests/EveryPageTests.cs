using Integral.BrowserTests.Kit;

namespace Integral.BrowserTests;

/// <summary>Every page of the router in three looks, on a desk and on a phone: axe finds nothing, nothing sticks out, the console is silent.</summary>
[Collection(nameof(Readers))]
public sealed class EveryPageTests(Readers district)
{
    [Fact]
    public async Task Every_page_for_everyone_is_in_order_in_every_look()
    {
        await using var visitor = await district.VisitorAsync();
        var pages = (await RouterPages.AllAsync(district)).Where(p => p.Policy == "everyone").ToList();
        await InOrderAsync(visitor, [("/", "", 200), .. pages, ("/no-such-page", "", 404), ("/error/429", "", 429), ("/error/500", "", 500), ("/centre/institutions?q=qqq", "", 200), ("/kk/", "", 200), ("/uk/sign-in", "", 200), ("/search?q=олимпиода", "", 200), ("/search?q=qqqqqq", "", 200)]);
    }

    [Fact]
    public async Task Every_page_for_those_who_signed_in_is_in_order_in_every_look()
    {
        await using var admin = await district.EnterAsync("admin");
        var pages = (await RouterPages.AllAsync(district)).Where(p => p.Policy != "everyone").ToList();
        Assert.True(pages.Count >= 25, $"only {pages.Count} pages were found");
        await InOrderAsync(admin, [.. pages, ("/cabinet", "", 200), ("/school-1/no-such-page", "", 404), ("/Admin/Tenants?Q=qqq", "", 200), ("/Admin/People?Q=qqq", "", 200), ("/Admin/Tenants?State=Running", "", 200)]);
    }

    /// <summary>The pages of the menu axe has seen above; here it is what each role finds in its cabinet, and that all of it fits.</summary>
    [Fact]
    public async Task Everybodys_cabinet_menu_and_refusals_are_in_order()
    {
        var faults = new List<string>();
        foreach (var (who, tenant) in People)
        {
            await using var someone = await district.EnterAsync(who, tenant);
            await someone.GoAsync($"{tenant}/cabinet");
            var menu = await someone.Page.Locator("nav.side li a").EvaluateAllAsync<string[]>("links => links.map(l => l.getAttribute('href'))");
            foreach (var url in menu.Distinct())
            {
                await someone.GoAsync(url);
                faults.AddRange(await OnceAsync(someone, $"{who}{url}", withAxe: url.EndsWith("/cabinet", StringComparison.Ordinal)));
            }
        }
        await using var teacher = await district.EnterAsync("teacher", "/school-1");
        await teacher.GoAsync("/school-1/Admin/People", 403);
        faults.AddRange(await OnceAsync(teacher, "refused", withAxe: true));
        Faults.None(faults);
    }

    private static readonly (string Who, string Tenant)[] People =
    [
        ("admin", ""), ("methodist", ""), ("district", ""), ("coordinator", ""), ("head", "/school-1"), ("deputy", "/school-1"), ("registrar", "/school-1"),
        ("teacher", "/school-1"), ("classteacher", "/school-1"), ("pupil", "/school-1"), ("parent", "/school-1"), ("centre", "/centre"), ("lecturer", "/centre"),
        ("learner", "/centre"), ("employer", "/centre"), ("partner", "/centre"), ("expert", "/centre"),
    ];

    private static async Task InOrderAsync(Someone someone, IEnumerable<(string Url, string Policy, int Status)> pages)
    {
        var faults = new List<string>();
        foreach (var (url, _, status) in pages)
        {
            await someone.GoAsync(url, status);
            foreach (var look in Looks.All)
            {
                await someone.Page.WearAsync(look);
                // The largest type is looked at where there is least room for it.
                foreach (var width in look == Looks.All[^1] ? new[] { Someone.Desk, Someone.Phone } : [Someone.Phone, Someone.Desk])
                {
                    faults.AddRange(await someone.Page.WidthAsync(width));
                    await someone.Page.PhotographAsync($"{url.Replace('/', '_')}-{look}");
                }
                faults.AddRange(await someone.Page.AxeAsync(again: look != Looks.All[0]));
            }
            faults.AddRange(someone.Complaints);
        }
        Faults.None(faults);
    }

    private static async Task<IEnumerable<string>> OnceAsync(Someone someone, string name, bool withAxe)
    {
        var narrow = await someone.Page.WidthAsync(Someone.Phone);
        await someone.Page.PhotographAsync(name.Replace('/', '_'));
        var wide = await someone.Page.WidthAsync(Someone.Desk);
        await someone.Page.PhotographAsync(name.Replace('/', '_'));
        return [.. narrow, .. wide, .. withAxe ? await someone.Page.AxeAsync() : [], .. someone.Complaints];
    }
}
