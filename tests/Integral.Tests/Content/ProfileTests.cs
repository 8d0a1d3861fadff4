using System.Net;
using System.Text.Json.Nodes;
using Integral.Content.Profiles;
using Integral.Platform.Data;
using Integral.Tests.Kit;
using Integral.Ui.Maps;

namespace Integral.Tests.Content;

/// <summary>What an institution says of itself: once, for its own site and for those above.</summary>
public sealed class ProfileTests(District district) : IClassFixture<District>
{
    private const string Form = "/Admin/Institution";

    [Fact]
    public async Task What_the_administrator_says_once_stands_on_the_own_site_and_on_those_above()
    {
        var admin = await district.SignInAsync("admin");
        var saved = await admin.SubmitAsync($"/school-2{Form}", new()
        {
            ["Form.About"] = "Said <b>once</b>.", ["Form.Phone"] = "+7 700 111 22 33", ["Form.WebSite"] = "https://official.example/", ["Form.Place"] = "49.9, 82.6",
        });
        Assert.True(saved.IsRedirect, saved.Errors);

        var own = (await district.Visitor().OpenAsync("/school-2/")).Document;
        Assert.Contains("+7 700 111 22 33", own.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(own.QuerySelector("footer a[href='https://official.example/']"));
        var said = own.QuerySelectorAll("script[type='application/ld+json']").Select(s => JsonNode.Parse(s.TextContent)!).Single(s => (string?)s["@type"] == "School");
        Assert.Equal(("+7 700 111 22 33", "https://official.example/", 49.9), ((string?)said["telephone"], (string?)said["sameAs"], (double?)said["geo"]!["latitude"]));

        // A query of its own keeps the page that was cached before out of it: that one is a minute old at most.
        var above = (await district.Visitor().OpenAsync("/institutions?now=1")).Document;
        Assert.Contains("Said <b>once</b>.", above.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var page = (await district.Visitor().OpenAsync("/institutions/school-2?now=1")).Document;
        Assert.NotNull(page.QuerySelector("main a[href='https://official.example/']"));
        Assert.NotNull(page.QuerySelector("main a[href='/school-2/']"));
        Assert.Contains("+7 700 111 22 33", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Form.WebSite", "javascript:alert(1)")]
    [InlineData("Form.WebSite", "school.example.org")]
    [InlineData("Form.Place", "beside the park")]
    [InlineData("Form.Place", "91, 82")]
    [InlineData("Form.Email", "nobody")]
    public async Task What_can_not_be_is_refused_and_nothing_that_was_typed_is_lost(string field, string value)
    {
        var admin = await district.SignInAsync("admin");
        var refused = await admin.SubmitAsync($"/centre{Form}", new() { ["Form.About"] = "Typed for long", [field] = value });

        Assert.False(refused.IsRedirect);
        Assert.NotEqual("", refused.Errors);
        Assert.Equal("Typed for long", refused.Document.QuerySelector("[name='Form.About']")!.TextContent.Trim());
        Assert.Equal(value, refused.Document.QuerySelector($"[name='{field}']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Who_saw_an_older_state_overwrites_nothing()
    {
        var (first, second) = (await district.SignInAsync("admin"), await district.SignInAsync("admin"));
        var form = (await second.OpenAsync($"/centre{Form}")).Document;
        Assert.True((await first.SubmitAsync($"/centre{Form}", new() { ["Form.Hours"] = "The first one's" })).IsRedirect);

        var late = await second.PostAsync($"/centre{Form}", form.QuerySelectorAll("main input[name]").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value") ?? "")));

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal("The first one's", (await district.InDbAsync("centre", db => db.SettingAsync<JsonObject>(Profile.Setting)))!["Hours"]!.ToString());
    }

    [Theory, InlineData("teacher"), InlineData("pupil")]
    public async Task Who_may_not_does_not(string who) => Assert.Equal(HttpStatusCode.Forbidden, await (await district.SignInAsync(who, "/school-1")).StatusAsync($"/school-1{Form}"));

    [Fact]
    public async Task A_schools_head_changes_no_other_institutions()
    {
        var head = await district.SignInAsync("head", "/school-1");

        Assert.Equal(HttpStatusCode.OK, await head.StatusAsync($"/school-1{Form}"));
        foreach (var other in new[] { "", "/school-2", "/centre" }) Assert.NotEqual(HttpStatusCode.OK, await head.StatusAsync($"{other}{Form}"));
    }

    [Fact]
    public async Task Only_what_stands_in_a_profile_goes_up()
    {
        var shown = Profile.Shown(new() { ["Address"] = "Here", ["SiteSalt"] = "secret", ["HomeRoute"] = new JsonObject(), ["WebSite"] = "javascript:alert(1)", ["Phone"] = new string('7', 301) });

        Assert.Equal("Here", JsonNode.Parse(shown)!["Address"]!.ToString());
        Assert.DoesNotContain("secret", shown, StringComparison.Ordinal);
        Assert.Null(JsonNode.Parse(shown)!["WebSite"]);
        Assert.Null(JsonNode.Parse(shown)!["Phone"]);
        Assert.Equal("", Profile.Shown(new() { ["SiteSalt"] = "secret" }));
        Assert.DoesNotContain("HomeRoute", await district.InHostAsync(host => Task.FromResult(string.Join(' ', host.Tenants.Select(t => t.Profile)))), StringComparison.Ordinal);
    }

    [Theory, InlineData("/school-1", "school-2"), InlineData("/school-1", "school-1"), InlineData("", "nowhere")]
    public async Task An_institution_that_does_not_stand_below_has_no_page_here(string here, string path) =>
        Assert.Equal(HttpStatusCode.NotFound, await district.Visitor().StatusAsync($"{here}/institutions/{path}"));

    [Fact]
    public async Task The_list_with_its_map_opens_no_institution()
    {
        var visitor = district.Visitor();
        visitor.Http.DefaultRequestHeaders.Add("Authorization", "Bearer nobody");      // keeps the output cache out of it
        foreach (var page in new[] { "/institutions", "/institutions/school-1" })
        {
            await visitor.OpenAsync(page);
            district.Statements.Reset();
            Assert.Equal(HttpStatusCode.OK, await visitor.StatusAsync(page));
            Assert.InRange(district.Statements.Seen.Count(s => !s.Contains("catalogue_number", StringComparison.Ordinal)), 0, 1);      // the one that looks for the session
        }
    }

    [Fact]
    public async Task The_map_names_in_numbers_what_the_list_names_in_words()
    {
        var page = (await district.Visitor().OpenAsync("/en/institutions?map=1")).Document;

        var marks = page.QuerySelectorAll("svg.map-sheet a.map-mark").ToList();
        Assert.True(marks.Count >= 3);
        Assert.All(marks, mark =>
        {
            var item = page.QuerySelectorAll("main li").Single(i => i.QuerySelector(".item-meta")?.TextContent.StartsWith($"No. {mark.QuerySelector("text")!.TextContent} on the map", StringComparison.Ordinal) == true);
            Assert.Equal(mark.QuerySelector("title")!.TextContent, item.QuerySelector(".item-title")!.TextContent);
            Assert.NotNull(item.QuerySelector($"a[href='{mark.GetAttribute("href")}']"));
        });
        Assert.NotNull(page.QuerySelector("svg.map-sheet path"));
        Assert.Null(page.QuerySelector("svg.map-sheet image"));
    }

    [Fact]
    public void An_outline_is_read_from_any_GeoJSON_of_polygons_and_nothing_else_is()
    {
        const string Polygon = """{ "type": "Polygon", "coordinates": [[[1, 2], [3, 4], [5, 6], [1, 2]]] }""";
        Assert.Single(Read(Polygon));
        Assert.Single(Read($$"""{ "type": "FeatureCollection", "features": [{ "type": "Feature", "geometry": {{Polygon}} }, 7] }"""));
        Assert.Equal(2, Read("""{ "type": "MultiPolygon", "coordinates": [[[[1, 2], [3, 4], [5, 6]]], [[[1, 2], [3, 4], [5, 6]]]] }""").Count);
        foreach (var odd in new[] { "7", "{}", "[]", """{ "type": "Point", "coordinates": [1, 2] }""", """{ "type": "Polygon", "coordinates": [[["a", 2], [3, 400], null]] }""", $$"""{ "type": "Polygon", "coordinates": [[{{string.Join(',', Enumerable.Repeat("[1, 2]", 5001))}}]] }""" })
            Assert.Empty(Read(odd));

        static IReadOnlyList<IReadOnlyList<MapPlace>> Read(string json) => Outlines.Of(new() { ["Outline"] = JsonNode.Parse(json) });
    }
}

/// <summary>The demo district with streets under its map.</summary>
public sealed class TiledDistrict : District
{
    protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new("Integral:Map:Tiles", "https://tile.example.org/{z}/{x}/{y}.png")];
}

public sealed class MapTileTests(TiledDistrict district) : IClassFixture<TiledDistrict>
{
    [Fact]
    public async Task Tiles_stand_under_the_points_and_only_that_page_may_show_them()
    {
        var answer = await district.Visitor().OpenAsync("/institutions");
        var tiles = answer.Document.QuerySelectorAll("svg.map-sheet image").Select(i => i.GetAttribute("href")!).ToList();

        Assert.InRange(tiles.Count, 4, 9);
        Assert.All(tiles, t => Assert.Matches("^https://tile\\.example\\.org/1[0-9]/[0-9]+/[0-9]+\\.png$", t));
        Assert.Contains("© OpenStreetMap", answer.Document.QuerySelector("figure.map figcaption")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("img-src 'self' https://tile.example.org data:;", Policy(answer), StringComparison.Ordinal);
        Assert.DoesNotContain("tile.example.org", Policy(await district.Visitor().OpenAsync("/news")), StringComparison.Ordinal);
    }

    private static string Policy(Answer answer) => string.Join(' ', answer.Response.Headers.GetValues("Content-Security-Policy"));
}
