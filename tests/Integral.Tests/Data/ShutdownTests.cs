using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using Integral.Tests.Kit;

namespace Integral.Tests.Data;

[Trait("Engine", "Sqlite"), Trait("Speed", "Slow")]
public sealed class ShutdownTests(District district) : IClassFixture<District>
{
    [Fact]
    public async Task A_server_that_is_told_to_stop_answers_what_it_has_begun_takes_no_more_and_closes_its_files()
    {
        // A password takes seconds to hash here: long enough for the server to be stopped while somebody signs in whose password is still hashed as before.
        await using var host = await HostProcess.StartAsync(district.Folder, ("Integral__Security__HashIterations", "8000000"));

        var making = host.Http.PostAsJsonAsync("/school-1/api/v1/token", new { login = "deputy@demo.local", password = "Integral-2026" });
        await Task.Delay(500);
        await host.TerminateAsync();
        await Until.TrueAsync(() => IsRefusedAsync(host.Http.BaseAddress!.Port), "it takes new connections");
        Assert.False(making.IsCompleted, "it was too quick to show anything");

        using var made = await making;
        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        Assert.Equal(0, await host.EndsAsync());
        Assert.DoesNotContain(Directory.EnumerateFiles(district.Folder, "*", SearchOption.AllDirectories), f => f.EndsWith("-wal", StringComparison.Ordinal) || f.EndsWith("-journal", StringComparison.Ordinal));
    }

    private static async Task<bool> IsRefusedAsync(int port)
    {
        try
        {
            using var line = new TcpClient();
            await line.ConnectAsync("127.0.0.1", port);
            return false;
        }
        catch (SocketException) { return true; }
    }
}
