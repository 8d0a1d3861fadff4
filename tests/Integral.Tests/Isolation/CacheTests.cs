using System.Net;
using Integral.Tests.Kit;

namespace Integral.Tests.Isolation;

/// <summary>What is kept for one is shown to nobody else (A8).</summary>
public sealed class CacheTests(District district) : IClassFixture<District>
{
    [Fact]
    public async Task One_address_under_two_institutions_is_two_pages()
    {
        foreach (var page in new[] { "/", "/news", "/sign-in", "/api/v1/content" })
        {
            var (first, second) = (await district.Visitor().ReadAsync($"/school-1{page}"), await district.Visitor().ReadAsync($"/school-2{page}"));
            var again = await district.Visitor().ReadAsync($"/school-1{page}");
            if (page != "/api/v1/content") Assert.NotEqual(first, second);
            Assert.DoesNotContain("/school-2", again, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_somebody_signed_in_saw_is_not_shown_to_the_next_visitor_nor_the_other_way_round()
    {
        var teacher = await district.SignInAsync("teacher", "/school-1");
        foreach (var page in new[] { "/school-1/", "/school-1/news", "/school-1/no-such-page" })
        {
            var own = await teacher.ReadAsync(page);
            var visitors = await district.Visitor().ReadAsync(page);
            Assert.NotEqual(own, visitors);
            Assert.DoesNotContain("teacher@demo.local", visitors, StringComparison.Ordinal);
            Assert.DoesNotContain("__RequestVerificationToken", visitors, StringComparison.Ordinal);
            Assert.Equal(own.Contains("/account", StringComparison.Ordinal), (await teacher.ReadAsync(page)).Contains("/account", StringComparison.Ordinal));
        }
    }

    [Theory, InlineData("look", "contrast"), InlineData("look", "dark"), InlineData("integral.form", "planted"), InlineData("other", "<script>alert(1)</script>")]
    public async Task A_cookie_of_one_visitor_does_not_change_the_page_of_the_next(string cookie, string value)
    {
        var page = $"/school-2/?cookie={cookie}-{value.Length}";
        using var request = new HttpRequestMessage(HttpMethod.Get, page);
        request.Headers.TryAddWithoutValidation("Cookie", $"{cookie}={value}");
        await district.CreateClient(new() { HandleCookies = false }).SendAsync(request);

        var (after, plain) = (await district.Visitor().OpenAsync(page), await district.Visitor().OpenAsync("/school-2/?nobody=1"));
        var (html, other) = (after.Document.DocumentElement, plain.Document.DocumentElement);
        Assert.Equal(other.Attributes.Select(a => $"{a.Name}={a.Value}"), html.Attributes.Select(a => $"{a.Name}={a.Value}"));
        Assert.DoesNotContain("planted", after.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("alert(1)", after.Text, StringComparison.Ordinal);
    }

    [Theory, InlineData("Host", "evil.example"), InlineData("X-Forwarded-Host", "evil.example"), InlineData("Accept-Language", "kk"), InlineData("X-Forwarded-Scheme", "javascript"), InlineData("X-Original-URL", "/school-1/")]
    public async Task A_header_of_one_visitor_does_not_change_the_page_of_the_next(string header, string value)
    {
        var page = $"/school-2/news?header={header}";
        using var request = new HttpRequestMessage(HttpMethod.Get, page);
        request.Headers.TryAddWithoutValidation(header, value);
        await district.Visitor().Http.SendAsync(request);

        var next = await district.Visitor().OpenAsync(page);
        Assert.DoesNotContain("evil.example", next.Text, StringComparison.Ordinal);
        Assert.Equal("ru", next.Document.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task A_language_has_a_page_of_its_own()
    {
        await district.Visitor().OpenAsync("/school-1/");
        Assert.Equal("kk", (await district.Visitor().OpenAsync("/school-1/kk/")).Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal("ru", (await district.Visitor().OpenAsync("/school-1/")).Document.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task A_tag_of_one_institution_is_no_proof_in_another()
    {
        var http = district.CreateClient();
        foreach (var url in new[] { "/api/v1/content?limit=5" })
        {
            var tag = (await http.GetAsync($"/school-1{url}")).Headers.ETag!;
            Assert.Equal(HttpStatusCode.NotModified, await WithTagAsync($"/school-1{url}"));
            Assert.Equal(HttpStatusCode.OK, await WithTagAsync($"/school-2{url}"));

            async Task<HttpStatusCode> WithTagAsync(string address)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { IfNoneMatch = { tag } } };
                return (await http.SendAsync(request)).StatusCode;
            }
        }
    }
}
