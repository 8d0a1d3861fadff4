using System.Net;
using System.Text.RegularExpressions;
using Integral.Help;
using Integral.Platform.Localization;
using Integral.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Help;

/// <summary>The guides say the same in each language, in the words of the screens, and what they lead to is there.</summary>
public sealed partial class GuideTests(District district) : IClassFixture<District>
{
    private static readonly string Pictures = Path.Combine(Repository.Root, "Modules", "Integral.Help", "wwwroot");

    public static TheoryData<string> Names() => [.. Guides.All.Select(g => g.Name)];

    [Theory, MemberData(nameof(Names))]
    public void A_guide_has_the_same_parts_and_names_the_same_labels_in_every_language(string name)
    {
        var sources = Texts.Cultures.Select(c => Guides.Source(name, c)).ToList();
        Assert.InRange(Heading().Count(sources[0]), 4, 10);
        Assert.Single(sources.Select(s => Heading().Count(s)).Distinct());
        Assert.Single(sources.Select(s => string.Join('|', Labels(s).Order(StringComparer.Ordinal))).Distinct());
    }

    [Theory, MemberData(nameof(Names))]
    public void What_a_guide_names_is_said_by_a_screen(string name)
    {
        var texts = district.Services.GetRequiredService<Texts>();
        Assert.DoesNotContain(Labels(Guides.Source(name, "en")), label => new[] { "ru", "kk", "uk" }.Any(c => texts.Find(label, c) is null));
    }

    [Theory, MemberData(nameof(Names))]
    public void What_a_guide_leads_to_is_there_and_its_pictures_are_small(string name)
    {
        foreach (var target in Texts.Cultures.SelectMany(c => Link().Matches(Guides.Source(name, c))).Select(m => m.Groups[1].Value))
        {
            if (target.StartsWith("/_content/Integral.Help/", StringComparison.Ordinal)) Assert.InRange(new FileInfo(Path.Combine(Pictures, Path.GetFileName(target))).Length, 1000, 60 * 1024);
            else Assert.Contains(Guides.All, g => g.Name == target);
        }
    }

    [Fact]
    public async Task A_guide_is_read_in_the_language_of_its_address()
    {
        var visitor = district.Visitor();
        foreach (var (prefix, label) in new[] { ("", "Войти"), ("/kk", "Кіру"), ("/uk", "Увійти"), ("/en", "Sign in") })
        {
            var page = await visitor.OpenAsync($"/school-1{prefix}/help/teacher");
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Contains(page.Document.QuerySelectorAll("main strong"), s => s.TextContent == label);
            Assert.Equal(page.Document.QuerySelectorAll("main h2").Length, page.Document.QuerySelectorAll("main nav li").Length);
            Assert.All(page.Document.QuerySelectorAll("main nav a"), a => Assert.NotNull(page.Document.QuerySelector(a.GetAttribute("href")!)));
        }
        Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusAsync("/help/nobody"));
    }

    [Theory, InlineData("teacher", "/school-1", "teacher"), InlineData("parent", "/school-1", "parent"), InlineData("head", "/school-1", "administrator"), InlineData("methodist", "", "methodologist"), InlineData("admin", "", "operator")]
    public async Task Ones_own_guide_stands_first(string who, string tenant, string guide)
    {
        var person = await district.SignInAsync(who, tenant);
        var cards = (await person.OpenAsync($"{tenant}/help")).Document.QuerySelectorAll("main article a");
        Assert.Equal(Guides.All.Count, cards.Length);
        Assert.EndsWith($"/help/{guide}", cards[0].GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_is_at_the_foot_of_every_page_and_in_everybodys_menu()
    {
        var page = (await district.Visitor().OpenAsync("/school-1/kk/news")).Document;
        Assert.NotNull(page.QuerySelector("footer a[href='/school-1/kk/help']"));
        Assert.NotNull(page.QuerySelector("footer a[href='/school-1/kk/help/remark?from=%2Fschool-1%2Fkk%2Fnews']"));

        var pupil = (await (await district.SignInAsync("pupil", "/school-1")).OpenAsync("/school-1/cabinet")).Document;
        Assert.NotNull(pupil.QuerySelector("nav.side a[href$='/help']"));
        Assert.NotNull(pupil.QuerySelector("footer a[href*='/help/remark?from=']"));
    }

    private static IEnumerable<string> Labels(string source) => Guides.Named().Matches(source).Select(m => m.Groups[1].Value);

    [GeneratedRegex("^## ", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\]\(([^)]+)\)")]
    private static partial Regex Link();
}
