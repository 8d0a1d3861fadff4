using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Integral.Load.Wire;

namespace Integral.Load.Setup;

/// <summary>People who apply for a group of the demo's centre, and the clerk who reads of them.</summary>
/// <param name="token">The clerk's header line.</param>
/// <param name="opening">Id of what one applies for.</param>
internal sealed class Applicants(HttpClient http, string token, string opening)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly Expected Taken = new(201, "number", lookEvery: 50);

    public string Opening => opening;

    public static async Task<Applicants> AtAsync(HttpClient http)
    {
        var token = await Guests.TokenAsync(http, "centre@demo.local", "/centre");
        var (clerk, today) = (new Applicants(http, token, ""), DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
        foreach (var programme in (await clerk.GetAsync("programmes?open=true"))["items"]!.AsArray())
            foreach (var group in (await clerk.GetAsync($"programmes/{programme!["id"]}"))["groups"]!.AsArray())
                if (DateOnly.Parse($"{group!["applyUntil"]}", CultureInfo.InvariantCulture) > today && DateOnly.Parse($"{group["applyFrom"]}", CultureInfo.InvariantCulture) < today) return new(http, token, $"{group["id"]}");
        throw new InvalidOperationException("The demo takes no applications today.");
    }

    /// <summary>An application of 2 KB; the same name is the same application.</summary>
    public Ask Of(string name)
    {
        var body = JsonSerializer.Serialize(new { @for = opening, key = $"key-of-{name}-padded", familyName = name, givenName = "Load", bornOn = "1990-05-17", email = $"{name}@example.org", phone = "+7 700 000 00 00", message = new string('m', 1700), consent = true });
        return new(Ask.Post("/centre/api/v1/applications", "application/json", body), Taken);
    }

    /// <summary>Waits until the last case is begun: they begin in the order of their numbers.</summary>
    /// <returns>How long it took.</returns>
    public async Task<TimeSpan> BegunAsync()
    {
        var since = Stopwatch.GetTimestamp();
        var last = (await GetAsync($"applications?for={opening}&limit=1"))["items"]![0]!["id"];
        while ((await GetAsync($"applications/{last}"))["open"]!.AsArray().Count == 0 && Stopwatch.GetElapsedTime(since) < Patience) await Task.Delay(200);
        return Stopwatch.GetElapsedTime(since);
    }

    /// <summary>Reads as the clerk.</summary>
    public async Task<JsonNode> GetAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/centre/api/v1/{path}");
        request.Headers.Add("Authorization", token["Authorization: ".Length..]);
        using var answer = await http.SendAsync(request);
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonNode>())!;
    }
}
