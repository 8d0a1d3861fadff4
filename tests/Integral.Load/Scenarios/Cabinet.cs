using Integral.Load.Setup;
using Integral.Load.Wire;

namespace Integral.Load.Scenarios;

/// <summary>The cabinet of a teacher who has signed in.</summary>
internal sealed class Cabinet : IScenario
{
    private const int Connections = 16;

    public string Name => "cabinet";
    public string Measures => "cabinet page of a signed-in teacher, 16 connections";

    public async Task RunAsync(Trial trial, Report report)
    {
        await using var at = await Installation.NewAsync(trial, Name);
        await using var server = await at.ServeAsync();
        var cookie = await Guests.CookieAsync(server.Http, "teacher@demo.local", "/school-1", "/cabinet");
        // Each answer carries a form token of its own, so no two are alike and only some are unpacked.
        var ask = Ask.Get("/school-1/cabinet", new(200, "Школа № 1", lookEvery: 50), cookie);

        report.Title($"cabinet of a signed-in teacher, {Connections} connections, {trial.Engine}");
        var (figures, _) = await Rounds.RunAsync(trial, report, at, server, Connections, _ => ask);
        var must = trial.OnPostgreSql ? 500 : 800;
        report.Must($"{figures.PerSecond:N0} req/s, must be at least {must}", figures.PerSecond >= must);
    }
}
