using Integral.Load.Setup;
using Integral.Load.Wire;

namespace Integral.Load.Scenarios;

/// <summary>A clerk's inbox with the demo's few cases and with fifty thousand: its list in each order and narrowed, from its beginning and from a place deep in it, and its columns.</summary>
internal sealed class Inboxes : IScenario
{
    private const int Connections = 8, Senders = 64, Cases = 50_000, Deep = 40;
    private const double Line = 100;

    private int sent;

    public string Name => "inbox";
    public string Measures => "inbox of a clerk with 50,000 open cases, 8 connections";

    public async Task RunAsync(Trial trial, Report report)
    {
        await using var at = await Installation.NewAsync(trial, Name);
        await using var server = await at.ServeAsync(settings: ("Integral__Applications__InAnHourOfAnAddress", "1000000000"));
        var clerk = await Applicants.AtAsync(server.Http);
        var cookie = await Guests.CookieAsync(server.Http, "centre@demo.local", "/centre", "/Admin/Inbox");
        report.Title($"inbox with the demo's cases, {Connections} connections, {trial.Engine}");
        var few = await LookAsync(trial, report, at, server, cookie, Ways("Rush", null));

        while (sent < Cases) new ClosedLoop(server.Port, Senders, _ => clerk.Of($"Rush-{sent++}")).Run(TimeSpan.Zero, TimeSpan.FromMinutes(1), Cases - sent);
        var took = await clerk.BegunAsync();
        report.Title($"inbox with {sent:N0} cases more, begun {took.TotalSeconds:N0} s after they were sent, {Connections} connections, {trial.Engine}");
        var many = await LookAsync(trial, report, at, server, cookie, Ways("Rush-4999", await DeepAsync(clerk)));
        report.Must($"p95 {many.At(.95):N1} ms, must be at most {Line:N0}; {many.At(.95) / few.At(.95):N2} times that of few", many.At(.95) <= Line);
    }

    private static async Task<Figures> LookAsync(Trial trial, Report report, Installation at, Server server, string cookie, IReadOnlyList<(string Name, string Query)> ways)
    {
        var asks = ways.Select(w => (w.Name, Ask: Ask.Get($"/centre/Admin/Inbox{w.Query}", new(200, "</html>", lookEvery: 20), cookie))).ToArray();
        foreach (var (name, ask) in asks)
        {
            var figures = new ClosedLoop(server.Port, 1, _ => ask).Run(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
            report.Say($"   alone, {name}: p50 {figures.At(.5):N1} ms, p95 {figures.At(.95):N1} ms");
            if (figures.Errors > 0) report.Mistake($"{figures.Errors} answers: {figures.Complaint}");
        }
        var turn = 0;
        return (await Rounds.RunAsync(trial, report, at, server, Connections, _ => asks[turn++ % asks.Length].Ask)).Figures;
    }

    private static IReadOnlyList<(string Name, string Query)> Ways(string text, string? deep) =>
    [
        ("the oldest", ""), ("the latest", "?Sort=Newest"), ("by deadline", "?Sort=Deadline"), ("by name", "?Sort=Name"), ("a word", $"?Q={text}"), ("nobody works on it", "?Free=true"), ("due soon, by name", "?Due=Soon&Sort=Name"), ("columns", "/Board"),
        .. deep is null ? [] : new[] { ("a place deep in it", $"?After={Uri.EscapeDataString(deep)}") },
    ];

    private static async Task<string?> DeepAsync(Applicants clerk)
    {
        string? after = "";
        for (var n = 0; n < Deep && after is not null; n++) after = (string?)(await clerk.GetAsync($"inbox?limit=100{(after.Length > 0 ? $"&after={Uri.EscapeDataString(after)}" : "")}"))["next"];
        return after;
    }
}
