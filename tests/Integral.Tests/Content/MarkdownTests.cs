using Integral.Content.Rendering;

namespace Integral.Tests.Content;

public sealed class MarkdownTests
{
    public static TheoryData<string> Attacks =>
    [
        .. XssAddresses.InMarkdown,
        .. XssVectors.Elements, .. XssVectors.Attributes, .. XssVectors.Clobbering, .. XssVectors.Mutations, .. XssVectors.Broken,
        .. XssAddresses.InAttributes.SelectMany(a => new[] { $"[x]({a})", $"[x](<{a}>)", $"![x]({a})", $"<{a}>", $"[x]\n\n[x]: {a}" }),
    ];

    [Theory, MemberData(nameof(Attacks))]
    public void Nothing_but_what_the_list_names_comes_through(string attack)
    {
        var html = Markdown.ToHtml(attack);
        SafeHtmlTree.Check(html);
        Assert.Equal(html, SafeHtml.Clean(html));
        Assert.DoesNotContain("<h1", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("# Title\n\n###### Small", "<h2>Title</h2>\n<h6>Small</h6>\n")]
    [InlineData("<h1>Title</h1>", "<h2>Title</h2>\n")]
    [InlineData("a **b** *c* ~~d~~ H~2~O x^2^ ++e++ `f<g>`",
        "<p>a <strong>b</strong> <em>c</em> <s>d</s> H<sub>2</sub>O x<sup>2</sup> <u>e</u> <code>f&lt;g&gt;</code></p>\n")]
    [InlineData("- a\n- b\n\n3. c", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<ol start=\"3\">\n<li>c</li>\n</ol>\n")]
    [InlineData("- [x] done\n- [ ] not yet", "<ul>\n<li>☑ done</li>\n<li>☐ not yet</li>\n</ul>\n")]
    [InlineData("Термин\n:   Объяснение", "<dl>\n<dt>Термин</dt>\n<dd>Объяснение</dd>\n</dl>\n")]
    [InlineData("[план](../files/plan.pdf) ![](/a.png)", "<p><a href=\"../files/plan.pdf\">план</a> <img src=\"/a.png\" alt=\"\"></p>\n")]
    [InlineData("https://x.example/a", "<p><a href=\"https://x.example/a\" rel=\"noopener\">https://x.example/a</a></p>\n")]
    [InlineData("Қазақ <b>тілі</b> &amp; &laquo;Білім&raquo;", "<p>Қазақ <b>тілі</b> &amp; «Білім»</p>\n")]
    [InlineData("[x](javascript:alert(1))", "<p>x</p>\n")]
    public void Ordinary_Markdown_becomes_ordinary_HTML(string markdown, string expected) =>
        Assert.Equal(expected, Markdown.ToHtml(markdown));

    [Theory]
    [InlineData("## First\n\n### Second", "<h2>First</h2>\n<h3>Second</h3>")]
    [InlineData("# First\n\n## Second", "<h2>First</h2>\n<h3>Second</h3>")]
    public void A_text_that_begins_with_a_second_heading_used_to_skip_one_below_the_pages_title(string markdown, string html) => Assert.Equal(html, Markdown.ToHtml(markdown).Trim());

    [Fact]
    public void A_table_becomes_a_table()
    {
        var html = Markdown.ToHtml("Класс | Учеников\n--- | ---:\n5А | 28");
        Assert.Equal("<table><thead><tr><th>Класс</th><th>Учеников</th></tr></thead><tbody><tr><td>5А</td><td>28</td></tr></tbody></table>",
            html.Replace("\n", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("# Новости\n\nПер**вый** день [школы](/x).", 100, "Новости Первый день школы.")]
    [InlineData("<div>one</div>two<p>three</p>four", 100, "one two three four")]
    [InlineData("a | b\n--|--\n1 | 2", 100, "a b 1 2")]
    [InlineData("one, two three", 14, "one, two three")]
    [InlineData("one, two three", 13, "one, two…")]
    [InlineData("one, two three", 7, "one…")]
    [InlineData("достопримечательность", 6, "досто…")]
    [InlineData("🙂🙂🙂", 4, "🙂…")]
    [InlineData("a &lt; b <script>alert(1)</script>", 100, "a < b")]
    public void Plain_text_is_cut_after_a_word(string markdown, int most, string expected)
    {
        var text = Markdown.ToText(markdown, most);
        Assert.Equal(expected, text);
        Assert.True(text.Length <= most);
    }

    [Theory]
    [InlineData("> ")]
    [InlineData("- ")]
    [InlineData("[")]
    [InlineData("**a ")]
    public void Huge_nesting_ends_as_a_page_or_as_a_refusal(string mark)
    {
        var markdown = string.Concat(Enumerable.Repeat(mark, 5000)) + "x";
        if (Record.Exception(() => SafeHtmlTree.Check(Markdown.ToHtml(markdown))) is { } refusal) Assert.IsType<ArgumentException>(refusal);
    }

    [Fact]
    public void More_than_a_megabyte_is_refused() =>
        Assert.Throws<ArgumentException>(() => Markdown.ToHtml(new string('x', SafeHtml.MostCharacters + 1)));
}
