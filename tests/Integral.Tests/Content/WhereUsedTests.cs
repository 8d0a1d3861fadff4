using Integral.Content.Contracts;
using Integral.Content.Rendering;
using Integral.Tests.Kit;

namespace Integral.Tests.Content;

/// <summary>What of the site a text names, and who names a page.</summary>
public sealed class WhereUsedTests(District district) : IClassFixture<District>
{
    [Theory]
    [InlineData("~/media/a%20b.png", Referred.File, "a b.png")]
    [InlineData("/media/a.png?v=1", Referred.File, "a.png")]
    [InlineData("~/News/First#top", Referred.Address, "news/first")]
    [InlineData("/kk/about", Referred.Address, "about")]
    [InlineData("/kk", Referred.Address, "")]
    [InlineData("~/", Referred.Address, "")]
    public void An_address_within_the_site_names_a_page_or_a_file(string address, Referred kind, string target) =>
        Assert.Equal(new FieldReference(kind, target), SiteLinks.Of(address));

    [Theory, InlineData("https://example.org/media/a.png"), InlineData("//example.org/a"), InlineData("about"), InlineData("#top"), InlineData(""), InlineData(null)]
    public void Another_address_names_nothing_here(string? address) => Assert.Null(SiteLinks.Of(address));

    [Fact]
    public void Links_and_pictures_are_found_in_a_text_and_in_the_html_within_it() =>
        Assert.Equal([(Referred.File, "b.png"), (Referred.File, "c.png"), (Referred.Address, "about")],
            SiteLinks.InMarkdown("[About](~/about) and ![](/media/b.png)\n\n<figure><img src=\"~/media/c.png\"></figure>").Select(r => (r.Kind, r.Target)).Order());

    [Fact]
    public async Task Before_a_page_is_taken_away_one_sees_who_leads_to_it()
    {
        var author = await district.SignInAsync("methodist");
        var page = await author.WriteAsync("Page", "Куда ведут", "Здесь.");
        Assert.DoesNotContain("Где используется", await author.ReadAsync(page));

        var draft = await author.WriteAsync("Page", "Кто ведёт", "[Туда](~/kuda-vedut)", isPublished: false);
        var uses = page.Replace("/Edit/", "/Uses/", StringComparison.Ordinal);
        Assert.Contains("В черновике", await author.ReadAsync(uses));
        await author.WriteAsync("Page", "Кто ведёт на виду", "[Туда](/kuda-vedut)");
        var said = await author.ReadAsync(page);
        Assert.Contains("2 другие страницы", said);
        Assert.Contains("Сюда ведёт 1 страница, которую читают посетители", said);

        await author.SubmitAsync(draft, [], to: "handler=Delete");       // what is in the bin doesn't count
        Assert.Contains("1 другая страница", await author.ReadAsync(page));
    }
}
