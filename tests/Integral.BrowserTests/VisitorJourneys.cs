using Integral.BrowserTests.Kit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Integral.BrowserTests;

/// <summary>What somebody without an account does on the public site.</summary>
[Collection(nameof(Journeys))]
public sealed class VisitorJourneys(Journeys district)
{
    [Fact]
    public async Task A_visitor_finds_a_school_and_reads_its_news()
    {
        await using var visitor = await district.VisitorAsync("en");
        await visitor.VisitAsync("/en/");
        await visitor.FollowAsync("Find an institution");
        await visitor.FillAsync("Name or number of the institution", "1");
        await visitor.PressAsync("Search");
        await visitor.LooksRightAsync();
        await visitor.Main.GetByRole(AriaRole.Listitem).GetByRole(AriaRole.Link).First.ClickAsync();
        await visitor.IsAtAsync("/school-1/en");
        await visitor.Page.GetByRole(AriaRole.Navigation, new() { Name = "Main menu" }).GetByRole(AriaRole.Link, new() { Name = "News" }).ClickAsync();
        await visitor.ReadsAsync("News");
        await visitor.LooksRightAsync();
        await visitor.Main.GetByRole(AriaRole.Heading).GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(visitor.Main.GetByRole(AriaRole.Link, new() { Name = "All news" })).ToBeVisibleAsync();
        await visitor.LooksRightAsync();
    }

    [Fact]
    public async Task A_search_that_finds_nothing_says_what_to_try()
    {
        await using var visitor = await district.VisitorAsync("en");
        await visitor.VisitAsync("/en/institutions?q=nothing-is-called-so");
        await visitor.SeesAsync("Try a part of the name or only the number.");
    }

    [Fact]
    public async Task A_visitor_reads_the_site_in_four_languages()
    {
        await using var visitor = await district.VisitorAsync();
        await visitor.VisitAsync("/school-1/");
        foreach (var (name, code, door) in new[] { ("Қазақша", "kk", "Виртуалды мектепке кіру"), ("Українська", "uk", "Увійти"), ("English", "en", "Enter the virtual school"), ("Русский", "ru", "Войти в виртуальную школу") })
        {
            await visitor.FollowAsync(name);
            await Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("lang", code);
            await Expect(visitor.Main).ToContainTextAsync(door);
            await visitor.LooksRightAsync();
        }
    }

    [Fact]
    public async Task The_look_one_chose_stays_on_the_next_page()
    {
        await using var visitor = await district.VisitorAsync("en");
        await visitor.GoAsync("/en/");
        var html = visitor.Page.Locator("html");
        await visitor.FollowAsync("Dark");
        await Expect(html).ToHaveAttributeAsync("data-theme", "dark");
        await visitor.FollowAsync("Version for the visually impaired");
        await Expect(html).ToHaveAttributeAsync("data-look", "contrast");
        await visitor.VisitAsync("/en/news");
        await Expect(html).ToHaveAttributeAsync("data-look", "contrast");
        await visitor.FollowAsync("Usual version");
        await visitor.FollowAsync("Light");
        await Expect(html).ToHaveAttributeAsync("data-theme", "light");
        Assert.Null(await html.GetAttributeAsync("data-look"));
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task The_first_visit_of_the_front_page_takes_150_KB_at_most()
    {
        await using var visitor = await district.VisitorAsync();
        var answers = new List<IResponse>();
        visitor.Page.Response += (_, answer) => answers.Add(answer);
        await visitor.Page.GotoAsync("/", new() { WaitUntil = WaitUntilState.NetworkIdle });
        var bytes = 0;
        foreach (var answer in answers.Where(a => a.Status == 200)) bytes += Compressed(await answer.BodyAsync(), await answer.HeaderValueAsync("content-type") ?? "");
        Assert.InRange(bytes, 10_000, 150 * 1024);
    }

    // Only a published server keeps its files compressed; here they are weighed as it would send them. Pictures are what they are.
    private static int Compressed(byte[] body, string type)
    {
        if (type.StartsWith("image/", StringComparison.Ordinal) && !type.Contains("svg", StringComparison.Ordinal)) return body.Length;
        using var to = new MemoryStream();
        using (var zip = new System.IO.Compression.GZipStream(to, System.IO.Compression.CompressionLevel.Optimal)) zip.Write(body);
        return to.ToArray().Length;
    }
}
