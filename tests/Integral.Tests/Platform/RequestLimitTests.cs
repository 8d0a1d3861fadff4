using System.Net;
using Integral.Tests.Kit;
using Microsoft.AspNetCore.Http;

namespace Integral.Tests.Platform;

/// <summary>An installation that takes few requests.</summary>
public sealed class StrictDistrict : District
{
    protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new("Integral:Web:RequestsPerSecondOfAnAddress", "1"), new("Integral:Web:RequestsPerSecondOfATenant", "2")];
}

/// <summary>Who asks for too much is told so and waits; nobody else does (A44, A46).</summary>
public sealed class RequestLimitTests(StrictDistrict district) : IClassFixture<StrictDistrict>
{
    [Fact]
    public async Task A_tenant_that_is_flooded_says_so_and_its_neighbour_answers()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => AskAsync("/school-1/sign-in", $"10.0.{i}.1")));
        var refused = answers.First(a => a.Response.StatusCode == 429);

        Assert.Contains(answers, a => a.Response.StatusCode == 200);
        Assert.True(int.Parse(refused.Response.Headers.RetryAfter!, System.Globalization.CultureInfo.InvariantCulture) >= 1);
        Assert.Contains("<html", await TextAsync(refused));
        Assert.Equal(200, (await AskAsync("/school-2/sign-in", "10.0.0.2")).Response.StatusCode);
        Assert.Equal(200, (await AskAsync("/health/ready", "10.0.0.3")).Response.StatusCode);

        var api = (await Task.WhenAll(Enumerable.Range(0, 40).Select(i => AskAsync("/school-1/api/v1/me", $"10.0.{i}.4")))).First(a => a.Response.StatusCode == 429);
        Assert.Equal("application/problem+json", api.Response.ContentType);
        Assert.Contains("\"status\":429", await TextAsync(api));
    }

    [Theory, InlineData("10.1.0.1", "10.1.0.1", "10.1.0.2"), InlineData("::ffff:10.2.0.1", "10.2.0.1", "10.2.0.2"), InlineData("2001:db8:0:1::1", "2001:db8:0:1::2", "2001:db8:0:2::1")]
    public async Task An_address_that_floods_waits_and_its_neighbour_does_not(string first, string same, string neighbour)
    {
        // Over several tenants: none of these has had its fill.
        string[] tenants = ["", "/school-2", "/centre"];
        var answers = await Task.WhenAll(Enumerable.Range(0, 14).Select(i => AskAsync($"{tenants[i % 3]}/sign-in", i % 2 == 0 ? first : same)));
        Assert.Contains(answers, a => a.Response.StatusCode == 429);
        Assert.Equal(200, (await AskAsync("/centre/sign-in", neighbour)).Response.StatusCode);
        await Task.Delay(TimeSpan.FromSeconds(3));
        Assert.Equal(200, (await AskAsync("/centre/sign-in", first)).Response.StatusCode);
    }

    private Task<HttpContext> AskAsync(string path, string from) => district.Server.SendAsync(http =>
    {
        (http.Request.Method, http.Request.Path, http.Request.Scheme, http.Request.Host) = ("GET", path, "http", new("localhost"));
        http.Connection.RemoteIpAddress = IPAddress.Parse(from);
    });

    private static async Task<string> TextAsync(HttpContext answer)
    {
        using var reader = new StreamReader(answer.Response.Body);
        return await reader.ReadToEndAsync();
    }
}
