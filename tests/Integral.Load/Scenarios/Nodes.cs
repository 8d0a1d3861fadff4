using System.Diagnostics;
using System.Text.Json;
using Integral.Load.Setup;
using Integral.Load.Wire;

namespace Integral.Load.Scenarios;

/// <summary>Two nodes on one PostgreSQL: what one changes the other sees; one is killed, and nothing is missing.</summary>
internal sealed class Nodes : IScenario
{
    private const int Connections = 32, Times = 5, MessagesEach = 400;
    private const double Line = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public string Name => "nodes";
    public string Measures => "two nodes on one PostgreSQL: changes seen by the other; kill -9 of one while it saves and delivers";

    public async Task RunAsync(Trial trial, Report report)
    {
        report.Title("two nodes on one PostgreSQL");
        await using var at = await Installation.NewAsync(trial with { OnPostgreSql = true }, Name);
        await using var one = await at.ServeAsync();
        var two = await at.ServeAsync(settings: ("Integral__Demo", "true"));
        try
        {
            report.Say($"   {await Baseline.TakeAsync(one, at, 16)}");
            await SeenAsync(report, at, one, two);
            await KilledAsync(report, at, one, two);
        }
        finally { await two.DisposeAsync(); }
    }

    private static async Task SeenAsync(Report report, Installation at, Server one, Server two)
    {
        var (admin, head, other) = (await Setup.Person.AtAsync(one, "admin@demo.local", ""), await Setup.Person.AtAsync(one, "head@demo.local", "/school-1"), await Setup.Person.AtAsync(two, "head@demo.local", "/school-1"));
        var teacher = await Setup.Person.AtAsync(two, "teacher@demo.local", "/school-1");
        var school = (string)(await admin.AskAsync(HttpMethod.Get, "/api/v1/tenants?q=school-2"))!["items"]![0]!["id"]!;
        await TimesAsync(report, "a new institution answers", i => admin.AskAsync(HttpMethod.Post, "/api/v1/tenants", new { name = $"Node school {i}", path = $"node-school-{i}", recipe = "school" }),
            async i => (await two.Http.GetAsync($"/node-school-{i}/")).IsSuccessStatusCode);
        await TimesAsync(report, "an institution's new name is shown", i => admin.AskAsync(HttpMethod.Patch, $"/api/v1/tenants/{school}", new { name = $"Renamed {i}" }),
            async i => (await two.Http.GetStringAsync("/school-2/")).Contains($"Renamed {i}", StringComparison.Ordinal));
        var person = (string)(await head.AskAsync(HttpMethod.Post, "/school-1/api/v1/people", new { familyName = "Revoked", roles = new[] { "registrar" } }))!["id"]!;
        await TimesAsync(report, "a person's other role holds", i => head.AskAsync(HttpMethod.Patch, $"/school-1/api/v1/people/{person}/roles", new { roles = new[] { i % 2 == 0 ? "teacher" : "registrar" }, reach = "Here" }),
            async i => $"{(await other.AskAsync(HttpMethod.Get, $"/school-1/api/v1/people/{person}"))!["roles"]![0]}" == (i % 2 == 0 ? "teacher" : "registrar"));
        await TimesAsync(report, "a permission given to a role, or taken, holds", i => admin.AskAsync(HttpMethod.Put, "/api/v1/roles/teacher", new { permissions = i % 2 == 0 ? new[] { "people.view" } : [] }),
            async i => await teacher.StatusAsync("/school-1/api/v1/people") == (i % 2 == 0 ? 200 : 403));
        var recipe = Path.Combine(at.Folder, "page.recipe.json");
        await TimesAsync(report, "a page published by a verb is shown", i => PublishAsync(at, recipe, i), async i => (await two.Http.GetAsync($"/school-1/node-page-{i}")).IsSuccessStatusCode);
    }

    private static async Task PublishAsync(Installation at, string recipe, int number)
    {
        var page = new { ContentType = "Page", TitlePart = new { Title = $"Node page {number}" }, AutoroutePart = new { Path = $"node-page-{number}" }, MarkdownBodyPart = new { Markdown = "Here." } };
        await File.WriteAllTextAsync(recipe, JsonSerializer.Serialize(new { name = "page", steps = new object[] { new { name = "content", Data = new[] { page } } } }));
        await at.DoAsync("recipes", "run", recipe, "--tenant", "school-1");
    }

    private static async Task TimesAsync(Report report, string what, Func<int, Task> change, Func<int, Task<bool>> isSeen)
    {
        var times = new List<double>();
        for (var i = 0; i < Times; i++)
        {
            await change(i);
            var done = Stopwatch.GetTimestamp();
            while (!await isSeen(i) && Stopwatch.GetElapsedTime(done) < Patience) await Task.Delay(5);
            times.Add(Stopwatch.GetElapsedTime(done).TotalSeconds);
        }
        report.Must($"{what} on the other node after {times.Order().ElementAt(Times / 2):N3} s, at worst {times.Max():N3} of {Times}; must be at most {Line:N0}", times.Max() <= Line);
    }

    private static async Task KilledAsync(Report report, Installation at, Server one, Server two)
    {
        var (saving, messages) = (new Saving(Connections), new Messages(at.Connection!));
        var admin = await Setup.Person.AtAsync(one, "admin@demo.local", "");
        var senders = (await admin.AskAsync(HttpMethod.Get, "/api/v1/tenants?limit=100"))!["items"]!.AsArray().Select(t => Guid.Parse((string)t!["id"]!)).ToList();
        await saving.PrepareAsync(two.Http);
        var run = Task.Run(() => new ClosedLoop(two.Port, Connections, saving.Next).Run(TimeSpan.Zero, TimeSpan.FromMinutes(1)));
        await Task.Delay(TimeSpan.FromSeconds(3));
        await messages.PutAsync(senders, MessagesEach);
        var (waiting, _, _, _) = await messages.CountAsync(senders);
        await messages.RingAsync();
        await two.KillAsync();
        var killed = TimeProvider.System.GetUtcNow().UtcDateTime;
        await run;

        var (answered, missing) = await saving.MissingAsync(one.Http);
        report.Say($"   kill -9 of one after {answered} answered saves: {missing} of them missing on the other; {waiting} of {senders.Count * MessagesEach} messages were on their way");
        if (missing > 0) report.Mistake($"{missing} answered saves are lost");
        await DeliveredAsync(report, messages, senders, killed);
        var (ended, others) = await JobsAsync(messages, killed);
        report.Must($"{ended} of the installation's own jobs, due when it was killed, have been run by the other, {others} haven't", others == 0);
    }

    private static async Task DeliveredAsync(Report report, Messages messages, List<Guid> senders, DateTime killed)
    {
        var wanted = senders.Count * MessagesEach;
        var left = await messages.CountAsync(senders);
        while (left.Waiting > 0 && TimeProvider.System.GetUtcNow().UtcDateTime - killed < Patience)
        {
            await Task.Delay(200);
            left = await messages.CountAsync(senders);
        }
        report.Say($"   {(TimeProvider.System.GetUtcNow().UtcDateTime - killed).TotalSeconds:N1} s after it: {left.Waiting} messages wait, {left.Received} were received, {left.Figures} took effect, {left.Dead} were given up");
        if (left != (0, wanted, wanted, 0)) report.Mistake($"{wanted} messages must each take effect once");
    }

    private static async Task<(long Ended, long Others)> JobsAsync(Messages messages, DateTime killed)
    {
        var jobs = await messages.JobsAsync(killed);
        while (jobs.Others > 0 && TimeProvider.System.GetUtcNow().UtcDateTime - killed < Patience)
        {
            await Task.Delay(500);
            jobs = await messages.JobsAsync(killed);
        }
        return jobs;
    }
}
