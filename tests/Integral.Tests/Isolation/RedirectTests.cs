using System.Net;
using Integral.Tests.Kit;
using Integral.Tests.People;

namespace Integral.Tests.Isolation;

/// <summary>Nobody is led to another site by an address of ours, nor is another host's name put into our pages (A42).</summary>
public sealed class RedirectTests(District district) : IClassFixture<District>
{
    private static readonly string[] Wanted =
    [
        "https://evil.example", "//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example", "\\/evil.example", "/\t/evil.example", "/\n/evil.example", "\t//evil.example", " //evil.example", "https:evil.example",
        "javascript:alert(1)", "data:text/html,x", "/%09/evil.example", "/%5Cevil.example", "/%2F%2Fevil.example", "http:///evil.example", "////evil.example", "/\u2028/evil.example", "~//evil.example", "~/\\evil.example", "http://localhost@evil.example", "/../../evil.example", "",
    ];

    [Fact]
    public async Task Signing_in_leads_to_no_other_site()
    {
        foreach (var wanted in Wanted)
            Stays(wanted, await district.Visitor().SubmitAsync($"/sign-in?return={Uri.EscapeDataString(wanted)}", new() { ["Form.Login"] = "admin@demo.local", ["Form.Password"] = "Integral-2026" }));
    }

    [Fact]
    public async Task The_look_and_the_language_lead_to_no_other_site()
    {
        var person = await district.SignInAsync("teacher", "/school-1");
        foreach (var wanted in Wanted)
        {
            Stays(wanted, await district.Visitor().OpenAsync($"/school-1/look?set=dark&return={Uri.EscapeDataString(wanted)}"));
            Stays(wanted, await person.PostAsync("/school-1/account/language", await RulesTests.Filled(person, "/school-1/account", ("culture", "ru"), ("return", wanted))));
        }
    }

    [Fact]
    public async Task The_way_back_to_a_host_of_its_own_is_only_to_one_that_an_institution_has()
    {
        foreach (var host in new[] { "evil.example", "evil.example/", "localhost@evil.example", "localhost" })
            Stays(host, await district.Visitor().SubmitAsync($"/school-1/sign-in?host={Uri.EscapeDataString(host)}", new() { ["Form.Login"] = "head@demo.local", ["Form.Password"] = "Integral-2026" }));
    }

    private static void Stays(string wanted, Answer answer)
    {
        Assert.True((int)answer.Status < 500, $"'{wanted}' answered {answer.Status}");
        if (answer.Location is not { } to) return;
        var browser = new Uri(new Uri("http://localhost/"), to.OriginalString.Replace('\\', '/').Replace("\t", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal));
        Assert.True(browser is { Host: "localhost", Scheme: "http" }, $"'{wanted}' leads to {to}");
    }
}

/// <summary>An installation that knows its own address.</summary>
public sealed class KnownAddress : District
{
    protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new("Integral:PublicUrl", "http://localhost")];
}

public sealed class HostHeaderTests(KnownAddress district) : IClassFixture<KnownAddress>
{
    [Theory, InlineData("/"), InlineData("/school-1/"), InlineData("/school-1/sign-in"), InlineData("/school-1/join/x"), InlineData("/api/v1/content")]
    public async Task A_made_up_host_name_gets_no_page_that_would_carry_it(string page)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, page) { Headers = { Host = "evil.example" } };
        var answer = await district.Visitor().Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain("evil.example", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
