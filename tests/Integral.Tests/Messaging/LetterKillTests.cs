using System.Net;
using Integral.Platform.Jobs;
using Integral.Platform.Messaging;
using Integral.Tests.Jobs;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;

namespace Integral.Tests.Messaging;

/// <summary>A server that is killed after it has answered, with a real mail server beside it.</summary>
[Trait("Speed", "Slow")]
public sealed class LetterKillTests(JobDistrict district) : IClassFixture<JobDistrict>
{
    [Fact]
    public async Task After_kill_9_a_letter_that_was_asked_for_arrives_once()
    {
        await district.InHostAsync(host => { host.Users.Single(a => a.UserName == "teacher@demo.local").ReachAt("killed@mail.local"); return host.SaveChangesAsync(); });
        var port = MailServer.FreePort();
        await using (var first = await StartAsync(port))       // nobody answers at its mail server's port
        {
            using var ask = new HttpRequestMessage(HttpMethod.Post, "/school-1/forgot") { Content = new FormUrlEncodedContent([new("Form.Login", "teacher@demo.local")]) };
            ask.Headers.Add("Sec-Fetch-Site", "same-origin");
            Assert.Equal(HttpStatusCode.OK, (await first.Http.SendAsync(ask)).StatusCode);       // after its redirect
            await first.KillAsync();
        }

        await FreeAsync();
        await using var mail = await MailServer.StartAsync(port);
        await using (var second = await StartAsync(port))
        {
            var letter = Assert.Single(await mail.ToAsync("killed@mail.local"));
            Assert.Contains("/school-1/reset/", letter.Text, StringComparison.Ordinal);
            await Until.TrueAsync(async () => (await RowsAsync()) is [{ IsSent: true, Content: null }], "it isn't erased");
            await second.KillAsync();
        }
        await FreeAsync();
        await using var third = await StartAsync(port);
        await Task.Delay(3000);
        Assert.Single(await mail.NowAsync("killed@mail.local"));
    }

    // What a dead process held is free after two minutes: as if they had passed.
    private Task<bool> FreeAsync() => district.InHostAsync(async host =>
    {
        var now = district.Clock.GetUtcNow().UtcDateTime;
        await host.WriteAsync(async () =>
        {
            await host.Set<DueWork>().ExecuteUpdateAsync(d => d.SetProperty(x => x.LeasedUntil, (DateTime?)null).SetProperty(x => x.DueAt, now));
            await host.Set<PostedLetter>().ExecuteUpdateAsync(l => l.SetProperty(x => x.WaitsUntil, (DateTime?)null));
        });
        return true;
    });

    private Task<List<PostedLetter>> RowsAsync() => district.InHostAsync(host => host.Set<PostedLetter>().AsNoTracking().ToListAsync());

    private Task<HostProcess> StartAsync(int port) => HostProcess.StartAsync(district.Folder,
    [
        ("Integral__Mail__Host", "127.0.0.1"), ("Integral__Mail__Port", $"{port}"), ("Integral__Mail__Tls", "false"), ("Integral__Mail__From", "integral@demo.local"), ("Integral__PublicUrl", "http://localhost"),
        .. Engine.Settings(district.Database, district.Folder).Where(s => s.Value is not null).Select(s => (s.Key.Replace(":", "__", StringComparison.Ordinal), s.Value!)),
    ]);
}
