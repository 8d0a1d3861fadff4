using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integral.Tests.Kit;
using Microsoft.Data.Sqlite;

namespace Integral.Tests.Data;

[Trait("Engine", "Sqlite"), Trait("Speed", "Slow")]
public sealed class KillTests(District district) : IClassFixture<District>
{
    private const int Enough = 60;

    [Fact]
    public async Task After_kill_9_every_answered_save_is_there()
    {
        var answered = new ConcurrentBag<string>();
        await using (var host = await HostProcess.StartAsync(district.Folder))
        {
            await SignInAsync(host);
            var saving = Enumerable.Range(0, 8).Select(i => SaveUntilItDiesAsync(host.Http, i, answered)).ToList();
            await Until.TrueAsync(async () =>
            {
                if (saving.Find(s => s.IsCompleted) is { } ended) await ended;      // says what it ended with
                return answered.Count >= Enough;
            }, $"of {Enough} saves not all were answered in time");
            await host.KillAsync();
            await Task.WhenAll(saving);
        }

        await using var again = await HostProcess.StartAsync(district.Folder);
        await SignInAsync(again);
        foreach (var person in answered)
        {
            using var found = await again.Http.GetAsync(person);
            Assert.Equal(HttpStatusCode.OK, found.StatusCode);
            Assert.NotNull((await found.Content.ReadFromJsonAsync<JsonObject>())!["login"]);      // the host's rows too, which came last
        }
        Assert.All(Directory.EnumerateFiles(Path.Combine(district.Folder, "tenants"), "*.db"), file => Assert.Equal("ok", Checked(file)));
    }

    private static async Task SaveUntilItDiesAsync(HttpClient http, int who, ConcurrentBag<string> answered)
    {
        try
        {
            for (var i = 0; ; i++)
            {
                using var answer = await http.PostAsJsonAsync("/school-1/api/v1/people", new { familyName = $"Killed{who}x{i}", roles = new[] { "learner" } });
                Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
                answered.Add($"/school-1/api/v1/people/{(string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["id"]!}");
            }
        }
        catch (Exception gone) when ((gone is HttpRequestException or IOException) && answered.Count >= Enough) { }
    }

    private static async Task SignInAsync(HostProcess host)
    {
        var answer = await host.Http.PostAsJsonAsync("/school-1/api/v1/token", new { login = "head@demo.local", password = "Integral-2026" });
        host.Http.DefaultRequestHeaders.Authorization = new("Bearer", (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["accessToken"]!);
    }

    private static string? Checked(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        return (string?)command.ExecuteScalar();
    }
}
