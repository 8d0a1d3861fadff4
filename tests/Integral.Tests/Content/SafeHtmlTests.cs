using Integral.Content.Rendering;

namespace Integral.Tests.Content;

public sealed class SafeHtmlTests
{
    public static TheoryData<string> Attacks =>
    [
        .. XssVectors.Elements, .. XssVectors.Attributes, .. XssVectors.Clobbering, .. XssVectors.Mutations, .. XssVectors.Broken,
        .. XssAddresses.InAttributes.SelectMany(a => new[] { $"<a href=\"{a}\">x</a>", $"<a href='{a}'>x</a>", $"<img src=\"{a}\">" }),
    ];

    [Theory, MemberData(nameof(Attacks))]
    public void Nothing_but_what_the_list_names_comes_through(string attack) => CheckClean(attack);

    [Theory, MemberData(nameof(Attacks))]
    public void Nothing_comes_through_from_inside_other_markup(string attack)
    {
        CheckClean($"<table><tr><td>{attack}<p>after</table>");
        CheckClean($"<pre>\n{attack}</pre><a href=/x>{attack}");
        CheckClean($"<svg><desc>{attack}</desc></svg><math><mtext>{attack}</math>");
        CheckClean($"<noscript>{attack}</noscript><style>{attack}</style><p title='{attack}'>");
        CheckClean(attack + attack);
    }

    [Theory]
    [InlineData("<div>", 450)]
    [InlineData("<b>", 450)]
    [InlineData("<p><marquee>", 450)]
    [InlineData("<ul><li>", 450)]
    [InlineData("<table><td>", 225)]
    [InlineData("<svg><g>", 450)]
    [InlineData("<template>", 450)]
    public void Huge_nesting_is_flattened(string tag, int times)
    {
        var clean = CheckClean(string.Concat(Enumerable.Repeat(tag, times)) + "text");
        Assert.True(Depth(clean) <= 256);
    }

    [Fact]
    public void Markup_that_unfolds_without_end_is_refused()
    {
        var formats = string.Concat(Enumerable.Range(0, 2000).Select(i => $"<font x={i}><b id=c-{i}>"));
        var bomb = formats + string.Concat(Enumerable.Repeat("<p>x", 50_000));
        Assert.Throws<ArgumentException>(() => SafeHtml.Clean(bomb));
    }

    // Cleaning again would catch these too; the address alone must.
    [Theory]
    [InlineData("/\u0001/evil.example")]
    [InlineData("\u0001//evil.example")]
    [InlineData("/\u200b/evil.example")]
    [InlineData("\u0085\\evil.example")]
    public void An_address_is_judged_without_what_nobody_sees(string address) => Assert.Null(SafeAddress.ForLink(address));

    // Took the parser a quarter of a minute before it was stopped.
    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<i><div><br></i>")]
    [InlineData("<p><marquee></p>")]
    [InlineData("<ul><li>")]
    [InlineData("<svg><g>")]
    [InlineData("<template>")]
    public void Nesting_without_end_is_refused(string tag) =>
        Assert.Throws<ArgumentException>(() => SafeHtml.Clean(string.Concat(Enumerable.Repeat(tag, SafeHtml.MostCharacters / tag.Length))));

    [Fact]
    public void More_than_a_megabyte_is_refused_and_a_megabyte_is_not()
    {
        Assert.Throws<ArgumentException>(() => SafeHtml.Clean(new string('x', SafeHtml.MostCharacters + 1)));
        Assert.Equal(SafeHtml.MostCharacters, SafeHtml.Clean(new string('x', SafeHtml.MostCharacters)).Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<h1>One</h1><h2>Two</h2><p>A <strong>b</strong> <em>c</em> <b>d</b> <i>e</i> <u>f</u> <s>g</s> <sub>h</sub><sup>i</sup><br>j</p><hr>")]
    [InlineData("<ul><li>a<ol start=\"3\"><li>b</li></ol></li></ul><dl><dt>c</dt><dd>d</dd></dl>")]
    [InlineData("<table><caption>T</caption><thead><tr><th scope=\"col\" colspan=\"2\">h</th></tr></thead><tbody><tr><td rowspan=\"2\">1</td><td>2</td></tr></tbody></table>")]
    [InlineData("<blockquote><p>a</p></blockquote><pre><code>if (a &lt; b &amp;&amp; c)\n\tx();</code></pre>")]
    [InlineData("<figure><img src=\"/media/a.png\" alt=\"A\" width=\"640\" height=\"480\" loading=\"lazy\"><figcaption>A</figcaption></figure>")]
    [InlineData("<details><summary>More</summary><p>text</p></details>")]
    [InlineData("<p id=\"c-part\" lang=\"kk\" dir=\"ltr\">Қазақ тілі: ә ғ қ ң ө ұ ү һ і — «Білім» 🙂</p>")]
    [InlineData("<p>Русский текст, ёлка; it's \"quoted\" and\u00a0glued</p>")]
    [InlineData("<p><abbr title=\"Федеральный &quot;стандарт&quot;\">ФГОС</abbr> <time datetime=\"2026-09-01T08:30\">1 сентября</time> <span lang=\"en\">x</span></p>")]
    [InlineData("<p><a href=\"/school-1/news\" title=\"t\">a</a> <a href=\"../files/План.pdf\">b</a> <a href=\"#c-part\">c</a> <a href=\"?page=2&amp;q=a:b\">d</a></p>")]
    [InlineData("<p><a href=\"mailto:a@b.example\">a</a> <a href=\"tel:+77001234567\">b</a></p>")]
    [InlineData("<a href=\"https://x.example/?a=1&amp;b=2#c\" rel=\"noopener\">a</a>")]
    public void Ordinary_text_survives_to_the_letter(string html) => Assert.Equal(html, CheckClean(html));

    [Theory]
    [InlineData("&Kcy;&#1072;&#x437;&amp;&lt;&eacute;&nbsp;&copy;", "Каз&amp;&lt;é\u00a0©")]
    [InlineData("<section>one</section><section>two</section>", "<div>one</div><div>two</div>")]
    [InlineData("<font color=red>a</font><del>b</del><ins>c</ins><kbd>d</kbd><blink>e</blink>", "a<s>b</s><u>c</u><code>d</code>e")]
    [InlineData("<img src=a.png>", "<img src=\"a.png\" alt=\"\">")]
    [InlineData("<a href='/my file.pdf'>x</a>", "<a href=\"/my%20file.pdf\">x</a>")]
    [InlineData("<a href=javascript:x>text</a><img src=data:,x>", "text")]
    [InlineData("<a href=HTTP://x.example rel=opener target=_blank>x</a>", "<a href=\"HTTP://x.example\" rel=\"noopener\">x</a>")]
    [InlineData("<table><tr><td>x", "<table><tbody><tr><td>x</td></tr></tbody></table>")]
    [InlineData("<p>a<!-- b --><script>c</script><p>d", "<p>a</p><p>d</p>")]
    public void What_can_be_kept_is_kept(string html, string expected) => Assert.Equal(expected, CheckClean(html));

    [Fact]
    public void Text_pasted_from_Word_loses_its_rubbish_and_keeps_its_structure()
    {
        var clean = CheckClean("""
            <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Word 15"><title>Doc</title>
            <!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
            <style><!-- p.MsoNormal {margin:0cm;} --></style></head><body lang=RU style='tab-interval:35pt'>
            <xml><o:OfficeDocumentSettings>rubbish</o:OfficeDocumentSettings></xml>
            <h2 style='mso-x:y'><a name="_Toc1"></a>План<o:p></o:p></h2>
            <p class=MsoNormal align=center style='text-align:center'><b><span style='font-size:14.0pt'>Первая</span></b> <i>четверть</i></p>
            <p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>1. </span><![endif]>Пункт</p>
            <table class=MsoTableGrid border=1><tr style='x'><td width=200 valign=top colspan=2><p class=MsoNormal>Ячейка</p></td></tr></table>
            </body></html>
            """);

        var lines = clean.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal(
        [
            "<h2>План</h2>",
            "<p><b>Первая</b> <i>четверть</i></p>",
            "<p>1. Пункт</p>",
            "<table><tbody><tr><td colspan=\"2\"><p>Ячейка</p></td></tr></tbody></table>",
        ], lines);
    }

    [Fact]
    public void Headings_go_down_once_and_not_below_the_sixth() =>
        Assert.Equal("<h2>a</h2><h6>b</h6><h6>c</h6>", SafeHtml.Clean("<h1>a</h1><h5>b</h5><h6>c</h6>", demote: 1));

    [Fact]
    public void There_are_enough_attacks() => Assert.True(Attacks.Count >= 90);

    private static string CheckClean(string html)
    {
        var clean = SafeHtml.Clean(html);
        SafeHtmlTree.Check(clean);
        Assert.Equal(clean, SafeHtml.Clean(clean));
        return clean;
    }

    private static int Depth(string html)
    {
        int depth = 0, deepest = 0;
        for (var i = 0; i < html.Length - 1; i++)
        {
            if (html[i] == '<') deepest = Math.Max(deepest, html[i + 1] == '/' ? --depth : ++depth);
        }

        return deepest;
    }
}
