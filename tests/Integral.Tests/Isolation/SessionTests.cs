using System.Net;
using Integral.Platform.Security;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;

namespace Integral.Tests.Isolation;

/// <summary>A session's cookie: who gets it, what it shows, when it is dead (A40).</summary>
public sealed class SessionTests(District district) : IClassFixture<District>
{
    private static Dictionary<string, string> Form(string who) => new() { ["Form.Login"] = $"{who}@demo.local", ["Form.Password"] = "Integral-2026" };

    [Theory, InlineData("http", false), InlineData("https", true)]
    public async Task The_cookie_is_closed_to_scripts_other_sites_and_plain_lines(string scheme, bool isSecure)
    {
        var visitor = new Visitor(district.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new($"{scheme}://localhost") }));
        var cookie = (await visitor.SubmitAsync("/school-1/sign-in", Form("deputy"))).Response.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("integral=", StringComparison.Ordinal));

        Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; path=/;", cookie + ";", StringComparison.OrdinalIgnoreCase);
        Assert.Equal(isSecure, cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_session_that_somebody_planted_is_not_the_one_that_is_signed_in()
    {
        var http = district.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        var planted = Secrets.New();
        http.DefaultRequestHeaders.Add("Cookie", $"integral={planted}");
        var answer = await new Visitor(http).SubmitAsync("/sign-in", Form("methodist"));

        var given = answer.Response.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("integral=", StringComparison.Ordinal)).Split(';')[0]["integral=".Length..];
        Assert.NotEqual(planted, given);
        Assert.Equal(HttpStatusCode.Redirect, (await http.GetAsync("/cabinet")).StatusCode);      // what was planted opens nothing
        Assert.False(await district.InHostAsync(h => h.Sessions.AnyAsync(s => s.Digest == given || s.Digest == Secrets.Digest(planted))));   // and only digests are kept
    }

    [Fact]
    public async Task Back_after_signing_out_shows_nothing()
    {
        var (person, samples) = (await district.SignInAsync("admin"), await Samples.OfSchool1Async(district));
        foreach (var page in Endpoints.All(district.Services).Where(e => e.Method == "GET"))
        {
            var answer = await person.OpenAsync($"/{page.Filled(samples, "teacher")}");
            Assert.True(answer.Response.Headers.CacheControl?.NoStore == true, $"{page} may be kept by the browser of somebody signed in ({answer.Status})");
        }
    }

    [Fact]
    public async Task Who_ends_all_other_sign_ins_is_out_everywhere_else_at_once()
    {
        var (here, there) = (await district.SignInAsync("coordinator"), await district.SignInAsync("coordinator"));
        await here.SubmitAsync("/account", [], "handler=EndOthers");

        Assert.Equal(HttpStatusCode.Redirect, await there.StatusAsync("/cabinet"));
        Assert.Equal(HttpStatusCode.OK, await here.StatusAsync("/cabinet"));
    }

    [Theory, InlineData(""), InlineData("x"), InlineData("'; DROP TABLE sessions; --"), InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task A_made_up_session_is_nobody(string secret)
    {
        var http = district.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/cabinet");
        request.Headers.TryAddWithoutValidation("Cookie", $"integral={Uri.EscapeDataString(secret)}");
        Assert.Equal(HttpStatusCode.Redirect, (await http.SendAsync(request)).StatusCode);
    }
}
