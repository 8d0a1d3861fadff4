using System.Diagnostics;
using System.Text.Json.Nodes;
using Integral.Load.Setup;
using Integral.Load.Wire;

namespace Integral.Load.Scenarios;

/// <summary>A thousand cases that go on by themselves, through a timer, statuses and a group with few seats: undisturbed, killed again and again, and by two nodes. They must end alike.</summary>
internal sealed class Cases : IScenario
{
    private const int Matters = 1000, Senders = 16, Kills = 3, PageSize = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(12), Look = TimeSpan.FromMilliseconds(200);

    // Comes before the demo's own by its name; of several that begin alike the first is taken.
    private static readonly JsonObject Workflow = JsonNode.Parse("""
        {
          "name": "1 by itself", "isEnabled": true,
          "definition": {
            "Activities": [
              { "ActivityId": "start", "Name": "ApplicationSubmittedEvent", "IsStart": true, "Properties": {} },
              { "ActivityId": "waits", "Name": "SetApplicationStatusTask", "Properties": { "Status": "Asked" } },
              { "ActivityId": "timer", "Name": "TimerEvent", "Properties": { "Date": "2026-01-01" } },
              { "ActivityId": "accept", "Name": "SetApplicationStatusTask", "Properties": { "Status": "Accepted" } },
              { "ActivityId": "again", "Name": "TimerEvent", "Properties": { "Date": "2026-01-02" } },
              { "ActivityId": "seat", "Name": "EnrolApplicantTask", "Properties": {} },
              { "ActivityId": "in", "Name": "SetApplicationStatusTask", "Properties": { "Status": "Enrolled" } },
              { "ActivityId": "out", "Name": "SetApplicationStatusTask", "Properties": { "Status": "Refused" } }
            ],
            "Transitions": [
              { "SourceActivityId": "start", "SourceOutcomeName": "Done", "DestinationActivityId": "waits" },
              { "SourceActivityId": "waits", "SourceOutcomeName": "Done", "DestinationActivityId": "timer" },
              { "SourceActivityId": "timer", "SourceOutcomeName": "Done", "DestinationActivityId": "accept" },
              { "SourceActivityId": "accept", "SourceOutcomeName": "Done", "DestinationActivityId": "again" },
              { "SourceActivityId": "again", "SourceOutcomeName": "Done", "DestinationActivityId": "seat" },
              { "SourceActivityId": "seat", "SourceOutcomeName": "Enrolled", "DestinationActivityId": "in" },
              { "SourceActivityId": "seat", "SourceOutcomeName": "Full", "DestinationActivityId": "out" }
            ]
          }
        }
        """)!.AsObject();

    public string Name => "cases";
    public string Measures => "1,000 cases that go on by themselves: kill -9 three times among them, and two nodes on PostgreSQL; the same end as without";

    public async Task RunAsync(Trial trial, Report report)
    {
        report.Title($"{Matters:N0} cases with two timers, three statuses and a group with few seats, {trial.Engine}");
        var calm = await EndAsync(trial, report, "undisturbed", kills: 0, nodes: 1);
        foreach (var (end, count) in calm) report.Say($"      {count,5} {end}");
        Compare(report, "killed", calm, await EndAsync(trial, report, "killed", Kills, nodes: 1));
        if (trial.OnPostgreSql) Compare(report, "by two nodes, one killed", calm, await EndAsync(trial, report, "by two nodes, one killed", 1, nodes: 2));
    }

    private static void Compare(Report report, string how, SortedDictionary<string, int> calm, SortedDictionary<string, int> other)
    {
        report.Must($"{how}: {other.Values.Sum():N0} cases in {other.Count} different ends, must be the same as undisturbed", calm.SequenceEqual(other));
        foreach (var (end, count) in other.Where(o => calm.GetValueOrDefault(o.Key) != o.Value)) report.Say($"      {count,5} instead of {calm.GetValueOrDefault(end)}: {end}");
    }

    /// <returns>How many cases ended in which way: history and status.</returns>
    private static async Task<SortedDictionary<string, int>> EndAsync(Trial trial, Report report, string how, int kills, int nodes)
    {
        await using var at = await Installation.NewAsync(trial, "cases");
        var servers = new List<Server>();
        try
        {
            for (var node = 0; node < nodes; node++) servers.Add(await ServeAsync(at));
            await (await Person.AtAsync(servers[0], "admin@demo.local", "/centre")).AskAsync(HttpMethod.Post, "/centre/api/v1/workflows", Workflow);
            var clerk = await Applicants.AtAsync(servers[0].Http);
            var sent = 0;
            new ClosedLoop(servers[0].Port, Senders, _ => clerk.Of($"Case-{Interlocked.Increment(ref sent)}")).Run(TimeSpan.Zero, TimeSpan.FromMinutes(1), Matters);
            var since = Stopwatch.GetTimestamp();
            for (var kill = 1; kill <= kills; kill++)
            {
                clerk = await Applicants.AtAsync(servers[0].Http);
                while (await EndedAsync(clerk) < Matters * kill / (kills + 1) && Stopwatch.GetElapsedTime(since) < Patience) await Task.Delay(Look);
                var ended = await EndedAsync(clerk);
                await servers[0].KillAsync();
                await servers[0].DisposeAsync();
                servers.RemoveAt(0);
                report.Say($"   {how}: kill -9 when {ended:N0} had ended");
                if (servers.Count == 0) servers.Add(await ServeAsync(at));
            }
            clerk = await Applicants.AtAsync(servers[0].Http);
            while (await EndedAsync(clerk) < Matters && Stopwatch.GetElapsedTime(since) < Patience) await Task.Delay(Look);
            report.Say($"   {how}: all had ended after {Stopwatch.GetElapsedTime(since).TotalSeconds:N0} s");
            return await EndsAsync(clerk);
        }
        finally
        {
            foreach (var server in servers) await server.DisposeAsync();
        }
    }

    private static Task<Server> ServeAsync(Installation at) => at.ServeAsync(settings: ("Integral__Applications__InAnHourOfAnAddress", "1000000000"));

    private static async Task<int> EndedAsync(Applicants clerk) => (await ListAsync(clerk)).Count(a => $"{a["status"]}" is "Enrolled" or "Refused");

    private static async Task<SortedDictionary<string, int>> EndsAsync(Applicants clerk)
    {
        var ends = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var one in await ListAsync(clerk))
        {
            var whole = await clerk.GetAsync($"applications/{one["id"]}");
            var end = $"{whole["status"]}, {whole["open"]!.AsArray().Count} open, seat {(whole["personId"] is null ? "no" : "yes")}: {string.Join(" → ", whole["history"]!.AsArray().Select(h => $"{h!["title"]} ({h["outcome"]})"))}";
            ends[end] = ends.GetValueOrDefault(end) + 1;
        }
        return ends;
    }

    private static async Task<List<JsonNode>> ListAsync(Applicants clerk)
    {
        var all = new List<JsonNode>();
        for (string? after = ""; after is not null;)
        {
            var page = await clerk.GetAsync($"applications?for={clerk.Opening}&limit={PageSize}{(after.Length > 0 ? $"&after={after}" : "")}");
            all.AddRange(page["items"]!.AsArray().OfType<JsonNode>().Where(i => $"{i["name"]}".StartsWith("Case-", StringComparison.Ordinal)));
            after = (string?)page["next"];
        }
        return all;
    }
}
