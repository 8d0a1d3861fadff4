using System.Net;
using System.Net.Sockets;
using System.Text;
using Integral.Platform.Web;
using Integral.Tests.Kit;
using Integral.Tests.Live;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Platform;

/// <summary>An installation on a real socket that works on one request at a time, where no time passes: nothing is let in for having lasted long.</summary>
public sealed class OneAtATime : District
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        UseKestrel(0);
        StartServer();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => services.AddSingleton(_ => new FairTurns(places: 1, mostWaiting: 2, new FairTurnsTests.ToldClock())));
    }
}

/// <summary>Who sends or reads slowly keeps nobody from being answered; who can't be is told so.</summary>
public sealed class InTurnTests(OneAtATime district) : IClassFixture<OneAtATime>
{
    private FairTurns Turns => district.Services.GetRequiredService<FairTurns>();

    [Fact]
    public async Task A_body_that_comes_slowly_holds_no_place()
    {
        var address = district.ClientOptions.BaseAddress;
        using var slow = new TcpClient(address.Host, address.Port);
        const string body = "{\"login\":\"nobody\",\"password\":\"nothing-at-all\"}";
        await slow.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"POST /school-1/api/v1/token HTTP/1.1\r\nHost: {address.Authority}\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body[..10]}"));
        await Until.TrueAsync(async () => await district.Visitor().StatusAsync("/school-1/sign-in") == HttpStatusCode.OK, "one slow body stopped the institution");
        await Until.TrueAsync(() => Task.FromResult(Turns.Now == (0, 0)), "a place is held");

        await slow.GetStream().WriteAsync(Encoding.ASCII.GetBytes(body[10..]));
        using var answer = new StreamReader(slow.GetStream());
        Assert.StartsWith("HTTP/1.1 401", await answer.ReadLineAsync());
        await Until.TrueAsync(() => Task.FromResult(Turns.Now == (0, 0)), "a place was kept");
    }

    [Fact]
    public async Task A_stream_holds_no_place_and_a_full_line_says_so()
    {
        using var browser = new HttpClient(new HttpClientHandler { CookieContainer = new() }) { BaseAddress = district.ClientOptions.BaseAddress };
        var visitor = new Visitor(browser);
        await visitor.SubmitAsync("/school-1/sign-in", new() { ["Form.Login"] = "head@demo.local", ["Form.Password"] = "Integral-2026" });
        using var ear = await Ear.AtAsync(visitor, "/school-1");
        Assert.Equal(HttpStatusCode.OK, await visitor.StatusAsync("/school-1/cabinet"));

        using var held = await Turns.EnterAsync(district.Tenant("school-1").Id, default);
        var (first, second) = (visitor.StatusAsync("/school-1/cabinet"), visitor.StatusAsync("/school-1/account"));
        await Until.TrueAsync(() => Task.FromResult(Turns.Now.Waiting == 2), "nobody waits");
        var refused = await visitor.OpenAsync("/school-1/sign-in");
        var api = await visitor.OpenAsync("/school-1/api/v1/me");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "5", "text/plain"), (refused.Status, $"{refused.Response.Headers.RetryAfter}", refused.Response.Content.Headers.ContentType!.MediaType));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "application/problem+json"), (api.Status, api.Response.Content.Headers.ContentType!.MediaType));
        Assert.Equal("ok", await browser.GetStringAsync("/health/live"));

        held!.Dispose();
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await first, await second));
    }
}
