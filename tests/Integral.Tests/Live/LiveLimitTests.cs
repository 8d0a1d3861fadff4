using System.Diagnostics;
using System.Net;
using System.Text;
using Integral.Platform.Live;
using Integral.Tests.Isolation;
using Integral.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Live;

/// <summary>Where few may listen.</summary>
public sealed class SmallHall : District
{
    protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new("Integral:Live:OfOneTenant", "2"), new("Integral:Live:InAll", "3")];
}

/// <summary>Streams are bounded, each and all, and none holds the server up.</summary>
public sealed class LiveLimitTests(SmallHall district) : IClassFixture<SmallHall>
{
    [Fact]
    public async Task Too_many_streams_are_refused_and_one_that_left_makes_room()
    {
        var third = await district.SignInAsync("teacher", "/school-1");
        using var first = await Ear.AtAsync(await district.SignInAsync("head", "/school-1"), "/school-1");
        using (await Ear.AtAsync(await district.SignInAsync("deputy", "/school-1"), "/school-1"))
        {
            var refused = await third.OpenAsync("/school-1/api/v1/events");
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "60"), (refused.Status, $"{refused.Response.Headers.RetryAfter}"));
            using var elsewhere = await Ear.AtAsync(await district.SignInAsync("head2", "/school-2"), "/school-2");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, await (await district.SignInAsync("lecturer", "/centre")).StatusAsync("/centre/api/v1/events"));
        }
        await Until.TrueAsync(() => Task.FromResult(district.Services.GetRequiredService<LiveStreams>().Count == 1), "who left still takes a place");
        using var now = await Ear.AtAsync(third, "/school-1");
    }

    [Fact]
    public async Task Who_reads_too_slowly_is_told_once_to_read_everything_again()
    {
        var stream = new LiveStream(Guid.NewGuid(), new(Guid.NewGuid(), Guid.NewGuid(), "", "", null, null, new HashSet<string>(), new HashSet<string>()), default);
        for (var i = 0; i < 1000; i++) stream.Put($"data: {i}\n\n", default);
        stream.End("data: last\n\n");
        var body = new MemoryStream();
        await stream.WriteAsync(body, default);

        Assert.Equal($"{LiveStreams.Resync}data: last\n\n", Encoding.UTF8.GetString(body.ToArray()));
    }

    [Fact]
    public async Task A_browser_that_listens_does_not_hold_up_the_end_of_the_server()
    {
        var listening = new Listening();
        await listening.InitializeAsync();
        using var browser = new HttpClient(new HttpClientHandler { CookieContainer = new() }) { BaseAddress = listening.ClientOptions.BaseAddress };
        var visitor = new Visitor(browser);
        await visitor.SubmitAsync("/school-1/sign-in", new() { ["Form.Login"] = "head@demo.local", ["Form.Password"] = "Integral-2026" });
        using var ear = await Ear.AtAsync(visitor, "/school-1");
        var began = Stopwatch.GetTimestamp();
        await listening.DisposeAsync();

        await ear.EndsAsync();
        Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(5), $"it took {Stopwatch.GetElapsedTime(began)}");
    }
}
