using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Integral.Content;
using Integral.Content.Announcing;
using Integral.Content.Media;
using Integral.Platform.Recipes;
using Integral.Tests.Kit;

namespace Integral.Tests.Content;

/// <summary>The demo district as one that search engines may list.</summary>
public sealed class ListedDistrict : District
{
    protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new("Integral:Web:SearchEngines", "true")];
}

/// <summary>What machines read of a site: feeds, site maps, heads of pages.</summary>
public sealed class AnnouncingTests(ListedDistrict district) : IClassFixture<ListedDistrict>
{
    private const string Host = "http://localhost";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom", Map = "http://www.sitemaps.org/schemas/sitemap/0.9", Html = "http://www.w3.org/1999/xhtml";

    [Fact]
    public async Task A_feed_has_the_latest_news_of_its_own_site_with_whole_addresses()
    {
        await AddAsync("school-1", "News", "news/only-here", "Only here");
        await AddAsync("school-2", "News", "news/only-there", "Only there");

        var feed = XDocument.Parse(await district.Visitor().ReadAsync("/school-1/feed")).Root!;

        var addresses = feed.Elements(Atom + "entry").Select(e => e.Element(Atom + "link")!.Attribute("href")!.Value).ToList();
        Assert.Contains($"{Host}/school-1/news/only-here", addresses);
        Assert.All(addresses, a => Assert.StartsWith($"{Host}/school-1/news/", a, StringComparison.Ordinal));
        Assert.DoesNotContain(addresses, a => a.EndsWith("only-there", StringComparison.Ordinal));
        Assert.True(addresses.Count <= 30);
        Assert.Equal(addresses.Count, feed.Descendants(Atom + "entry").Select(e => e.Element(Atom + "id")!.Value).Distinct().Count());
        Assert.Equal($"{Host}/school-1/feed", feed.Elements(Atom + "link").Single(l => l.Attribute("rel")!.Value == "self").Attribute("href")!.Value);
    }

    [Fact]
    public async Task A_feed_that_has_not_changed_is_not_sent_again()
    {
        var visitor = district.Visitor();
        var first = await visitor.OpenAsync("/feed");
        visitor.Http.DefaultRequestHeaders.TryAddWithoutValidation("If-None-Match", $"{first.Response.Headers.ETag}");

        Assert.NotNull(first.Response.Content.Headers.LastModified);
        Assert.Equal("application/atom+xml", first.Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.NotModified, await visitor.StatusAsync("/feed"));
    }

    [Fact]
    public async Task Every_list_has_a_feed_and_nothing_else_has()
    {
        var visitor = district.Visitor();
        await AddAsync("", "Document", "documents/fed", "Fed");

        Assert.Contains($"{Host}/documents/fed", await visitor.ReadAsync("/feed/documents"), StringComparison.Ordinal);
        Assert.DoesNotContain("documents/", await visitor.ReadAsync("/feed"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusAsync("/feed/nothing"));
    }

    [Fact]
    public async Task Signs_that_XML_does_not_know_break_no_feed()
    {
        await AddAsync("centre", "News", "news/odd", "A\u0001B & <i> \ud83d\ude00");

        var feed = XDocument.Parse(await district.Visitor().ReadAsync("/centre/feed")).Root!;
        Assert.Contains("AB & <i> \ud83d\ude00", feed.Descendants(Atom + "title").Select(t => t.Value));
    }

    [Fact]
    public async Task A_site_map_has_what_this_site_has_published_and_its_translations_and_nothing_else()
    {
        var set = UniqueId.New();
        await AddAsync("", "News", "news/mapped", "Mapped", set);
        await AddAsync("", "News", "news/mapped-kk", "Mapped", set, "kk");
        await AddAsync("", "News", "news/not-out", "A draft", isPublished: false);
        await AddAsync("school-1", "News", "news/of-the-school", "The school's");

        var urls = (await MapAsync("/sitemap.xml")).Elements(Map + "url").ToDictionary(u => u.Element(Map + "loc")!.Value);

        Assert.Contains($"{Host}/", urls.Keys);
        Assert.Contains($"{Host}/institutions", urls.Keys);
        Assert.DoesNotContain(urls.Keys, u => u.Contains("/school-1/", StringComparison.Ordinal) || u.Contains("not-out", StringComparison.Ordinal));
        string[] both = [$"{Host}/kk/news/mapped-kk", $"{Host}/news/mapped"];
        Assert.All(both, address => Assert.Equal(both, urls[address].Elements(Html + "link").Select(l => l.Attribute("href")!.Value).Order(StringComparer.Ordinal)));
        var visitor = district.Visitor();
        foreach (var address in urls.Keys) Assert.Equal(HttpStatusCode.OK, await visitor.StatusAsync(address));
    }

    [Fact]
    public async Task A_large_site_has_an_index_of_parts_and_none_takes_more_statements()
    {
        var few = await CountAsync("/school-2/sitemap.xml?part=1");
        var count = SiteMap.TextsOfAPart + 1;
        await district.InDbAsync("school-2", db =>
        {
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            for (var n = 0; n < count; n++) db.Add(Item("News", $"news/many-{n}", $"Many {n}", UniqueId.New(), "ru", isPublished: true));
            return db.SaveChangesAsync();
        });

        var index = await MapAsync("/school-2/sitemap.xml");
        Assert.Equal("sitemapindex", index.Name.LocalName);
        var parts = index.Descendants(Map + "loc").Select(l => l.Value).ToList();
        Assert.Equal([$"{Host}/school-2/sitemap.xml?part=1", $"{Host}/school-2/sitemap.xml?part=2"], parts);
        var addresses = new List<string>();
        foreach (var part in parts) addresses.AddRange((await MapAsync(part)).Descendants(Map + "loc").Select(l => l.Value));
        Assert.Equal(addresses.Count, addresses.Distinct().Count());
        Assert.Equal(count, addresses.Count(a => a.Contains("/many-", StringComparison.Ordinal)));
        Assert.Equal(few, await CountAsync("/school-2/sitemap.xml?part=1"));
        foreach (var wrong in new[] { "0", "3", "-1", "x", "99999999999" }) Assert.Equal(HttpStatusCode.NotFound, await district.Visitor().StatusAsync($"/school-2/sitemap.xml?part={wrong}"));
    }

    [Fact]
    public async Task The_robots_of_a_host_name_the_maps_of_all_its_sites()
    {
        var robots = await district.Visitor().ReadAsync("/robots.txt");

        Assert.All(["", "/school-1", "/school-2", "/centre"], site => Assert.Contains($"Sitemap: {Host}{site}/sitemap.xml\n", robots, StringComparison.Ordinal));
        Assert.Contains("Disallow: /*/Admin/\n", robots, StringComparison.Ordinal);
        Assert.All(robots.Split('\n').Where(l => l.StartsWith("Disallow", StringComparison.Ordinal)), l => Assert.True(l[^1] is '/' or '$' or '?', $"'{l}' closes pages whose names only begin so."));
        Assert.Equal(HttpStatusCode.NotFound, await district.Visitor().StatusAsync("/school-1/robots.txt"));
    }

    [Fact]
    public async Task A_page_tells_what_it_is_and_no_title_breaks_out_of_that()
    {
        const string Title = "</script><script>alert(1)</script><!-- \"'";
        var set = UniqueId.New();
        await AddAsync("", "News", "news/told", Title, set);
        await AddAsync("", "News", "news/told-en", "Told", set, "en");

        var page = (await district.Visitor().OpenAsync("/news/told")).Document;

        Assert.Equal($"{Host}/news/told", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal([$"{Host}/en/news/told-en", $"{Host}/news/told"], page.QuerySelectorAll("link[hreflang]").Select(l => l.GetAttribute("href")));
        Assert.Equal(Title, page.QuerySelector("meta[property='og:title']")!.GetAttribute("content"));
        Assert.Equal("article", page.QuerySelector("meta[property='og:type']")!.GetAttribute("content"));
        var facts = page.QuerySelectorAll("script[type='application/ld+json']").Select(s => JsonNode.Parse(s.TextContent)!).ToList();
        Assert.Equal(Title, (string?)facts.Single(f => (string?)f["@type"] == "NewsArticle")["headline"]);
        Assert.Contains(facts, f => (string?)f["@type"] == "BreadcrumbList");
        Assert.All(page.QuerySelectorAll("script:not([type])"), s => Assert.NotNull(s.GetAttribute("src")));
        Assert.Null(page.QuerySelector("meta[name=robots]"));
    }

    [Fact]
    public async Task The_front_page_says_which_institution_this_is_and_a_part_of_a_list_is_not_listed()
    {
        var front = (await district.Visitor().OpenAsync("/school-1/")).Document;
        var said = JsonNode.Parse(front.QuerySelector("script[type='application/ld+json']")!.TextContent)!;

        Assert.Equal(("School", district.Tenant("school-1").Name, $"{Host}/school-1/"), ((string?)said["@type"], (string?)said["name"], (string?)said["url"]));
        Assert.Equal($"{Host}/school-1/feed", front.QuerySelector("link[type='application/atom+xml']")!.GetAttribute("href"));
        Assert.Equal("noindex, follow", (await district.Visitor().OpenAsync("/institutions?q=1")).Document.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task The_main_picture_says_what_is_on_it_in_the_reader_s_language()
    {
        await district.InDbAsync("", db =>
        {
            var file = new MediaFile { Path = "told/bell.png", StoredName = "no-such-file", MediaType = "image/png", Length = 1, Hash = new('0', 64), ModifiedAt = TimeProvider.System.GetUtcNow().UtcDateTime, Width = 800, Height = 600 };
            file.Describe(new Dictionary<string, string> { ["ru"] = "Первый звонок", ["en"] = "The first bell" });
            db.AddRange(file, Item("News", "news/bell", "Bell", UniqueId.New(), "ru", isPublished: true, file.Path));
            return db.SaveChangesAsync();
        });

        var page = (await district.Visitor().OpenAsync("/news/bell")).Document;
        Assert.Equal("Первый звонок", page.QuerySelector("main img")!.GetAttribute("alt"));
        Assert.Equal("The first bell", (await district.Visitor().OpenAsync("/en/news/bell")).Document.QuerySelector("main img")!.GetAttribute("alt"));
        string[] told = [.. new[] { "image", "image:width", "image:height", "image:alt" }.Select(n => page.QuerySelector($"meta[property='og:{n}']")!.GetAttribute("content")!)];
        Assert.Equal([$"{Host}/media/told/bell.png", "800", "600", "Первый звонок"], told);
    }

    private async Task<XElement> MapAsync(string address) => XDocument.Parse(await district.Visitor().ReadAsync(address)).Root!;

    private async Task<int> CountAsync(string address)
    {
        var visitor = district.Visitor();
        visitor.Http.DefaultRequestHeaders.Add("Authorization", "Bearer nobody");      // keeps the output cache out of it
        await visitor.OpenAsync(address);
        district.Statements.Reset();
        await visitor.OpenAsync(address);
        return district.Statements.Seen.Count(s => !s.Contains("catalogue_number", StringComparison.Ordinal));
    }

    private Task<int> AddAsync(string tenant, string type, string slug, string title, string? set = null, string culture = "ru", bool isPublished = true) => district.InDbAsync(tenant, db =>
    {
        db.Add(Item(type, slug, title, set ?? UniqueId.New(), culture, isPublished));
        return db.SaveChangesAsync();
    });

    private static ContentItem Item(string type, string slug, string title, string set, string culture, bool isPublished, string? picture = null)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var item = new ContentItem { ContentItemId = UniqueId.New(), ContentType = type, Culture = culture, LocalizationSet = set, CreatedAt = now };
        item.Copy(new(title) { Slug = slug, Summary = title, ImagePath = picture }, now, now);
        if (!isPublished) item.Unpublish(now);
        return item;
    }
}

/// <summary>A demo says of itself that its schools don't exist.</summary>
public sealed class UnlistedTests(District district) : IClassFixture<District>
{
    [Fact]
    public async Task A_demo_is_listed_nowhere()
    {
        var visitor = district.Visitor();

        Assert.Equal("noindex", (await visitor.OpenAsync("/school-1/")).Document.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.Equal("User-agent: *\nDisallow: /\n", await visitor.ReadAsync("/robots.txt"));
        Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusAsync("/sitemap.xml"));
    }
}
