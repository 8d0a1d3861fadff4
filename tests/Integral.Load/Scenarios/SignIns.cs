using System.Diagnostics;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Integral.Load.Setup;
using Integral.Load.Wire;

namespace Integral.Load.Scenarios;

/// <summary>A school's morning: many sign in at once while others read.</summary>
internal sealed class SignIns : IScenario
{
    private const int People = 500, Iterations = 210_000;
    private const string Password = "Morning-2026";
    private static readonly TimeSpan Arriving = TimeSpan.FromSeconds(5);

    public string Name => "signin";
    public string Measures => "500 sign-ins arriving in 5 s, and what others' pages take meanwhile";

    public async Task RunAsync(Trial trial, Report report)
    {
        await using var at = await Installation.NewAsync(trial, Name);
        await using var server = await at.ServeAsync();
        report.Title($"{People} sign-ins of different accounts arriving in {Arriving.TotalSeconds:N0} s, {trial.Engine}");
        await FillAsync(at);
        var cookie = await Guests.CookieAsync(server.Http, "teacher@demo.local", "/school-1", "/cabinet");
        for (var i = 1; i <= trial.Runs; i++)
        {
            report.Say($"   {await Baseline.TakeAsync(server, at, 16)}");
            await MorningAsync(server, cookie, report);
        }
    }

    private static async Task MorningAsync(Server server, string cookie, Report report)
    {
        var hash = HashCost();
        using var stop = new CancellationTokenSource();
        var others = Task.WhenAll(Enumerable.Range(0, 4).Select(i => ReadAsync(server.Http, i % 2 == 0 ? "/school-2/" : "/school-1/cabinet", cookie, stop.Token)));
        var answered = new List<int>();
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, People).Select(i => SignInAsync(server.Http, i, began, answered)));
        var took = Stopwatch.GetElapsedTime(began);
        await stop.CancelAsync();
        var pages = new Figures((await others).SelectMany(o => o), took, 0, null);

        // One thread hashes where there are two cores: as many hashes one after the other are the least that it can take.
        var least = hash * People / Math.Max(1, Environment.ProcessorCount - 1);
        var ahead = answered.Select((who, place) => who - place).Max();
        report.Say($"   a hash {hash.TotalMilliseconds:N0} ms; all answered after {took.TotalSeconds:N1} s; others read {pages.Count} pages, p50 {pages.At(.5):N1} ms, p99 {pages.At(.99):N1} ms");
        report.Must($"{took / least:N2}x the cost of the hashes, must be at most 1.2", took / least <= 1.2);
        report.Must($"answered in order: nobody was more than {ahead} places early, must be at most 5", ahead <= 5);
        report.Must($"others' pages p95 {pages.At(.95):N1} ms, must be at most 200", pages.At(.95) <= 200);
        if (answered.Count < People) report.Mistake($"{People - answered.Count} weren't let in");
    }

    private static async Task SignInAsync(HttpClient http, int who, long began, List<int> answered)
    {
        var due = Arriving * who / People - Stopwatch.GetElapsedTime(began);
        if (due > TimeSpan.Zero) await Task.Delay(due);
        using var answer = await http.PostAsJsonAsync("/school-1/api/v1/token", new { login = Login(who), password = Password });
        if (answer.IsSuccessStatusCode) lock (answered) answered.Add(who);
    }

    // Someone who reads: a page, a moment, the next page.
    private static async Task<List<int>> ReadAsync(HttpClient http, string page, string cookie, CancellationToken stop)
    {
        var times = new List<int>();
        while (!stop.IsCancellationRequested)
        {
            var asked = Stopwatch.GetTimestamp();
            using var request = new HttpRequestMessage(HttpMethod.Get, page);
            request.Headers.Add("Cookie", cookie["Cookie: ".Length..]);
            using var answer = await http.SendAsync(request, CancellationToken.None);
            answer.EnsureSuccessStatusCode();
            times.Add((int)Stopwatch.GetElapsedTime(asked).TotalMicroseconds);
            await Task.Delay(50, CancellationToken.None);
        }
        return times;
    }

    private static async Task FillAsync(Installation at)
    {
        var users = Enumerable.Range(0, People).Select(i => new { UserName = Login(i), FamilyName = $"Morning{i}", Password, RoleNames = new[] { "learner" } });
        var recipe = Path.Combine(at.Folder, "morning.recipe.json");
        await File.WriteAllTextAsync(recipe, JsonSerializer.Serialize(new { name = "morning", steps = new object[] { new { name = "Users", Users = users } } }));
        await at.DoAsync("recipes", "run", recipe, "--tenant", "school-1");
    }

    /// <summary>What checking one password costs with nothing else going on: PBKDF2 with SHA-512, as the server does it.</summary>
    private static TimeSpan HashCost()
    {
        var times = Enumerable.Range(0, 9).Select(_ =>
        {
            var start = Stopwatch.GetTimestamp();
            Rfc2898DeriveBytes.Pbkdf2(Password, new byte[16], Iterations, HashAlgorithmName.SHA512, 32);
            return Stopwatch.GetElapsedTime(start);
        });
        return times.Order().ElementAt(4);
    }

    private static string Login(int who) => $"morning-{who:D3}";
}
