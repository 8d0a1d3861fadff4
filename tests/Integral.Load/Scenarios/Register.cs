using System.Globalization;
using System.Text.RegularExpressions;
using Integral.Load.Setup;

namespace Integral.Load.Scenarios;

/// <summary>A whole register of institutions at once, and again.</summary>
internal sealed partial class Register : IScenario
{
    public string Name => "register";
    public string Measures => "tenants import --tree of the register that --file names, and again";

    public async Task RunAsync(Trial trial, Report report)
    {
        report.Title($"tenants import of a register, {trial.Engine}");
        if (trial.Register is not { Exists: true } file)
        {
            report.Say($"   left out: --file names no register");
            return;
        }
        await using var at = await Installation.NewAsync(trial, Name);
        await at.DoAsync("tenants", "create", "--path", "/", "--recipe", "district", "--name", "The district", "--culture", "uk");
        var (said, took) = await at.ImportAsync(file, "--recipe", "school", "--tree");
        report.Say($"   {said.Trim().Split('\n')[0]}");
        report.Must($"imported in {took.TotalSeconds:N0} s, must be at most 180", took.TotalSeconds <= 180);
        var (again, second) = await at.ImportAsync(file, "--recipe", "school", "--tree");
        report.Say($"   again, {second.TotalSeconds:N1} s: {again.Trim().Split('\n')[0]}");
        var made = Numbers().Matches(again).Take(2).Sum(n => int.Parse(n.Value, CultureInfo.InvariantCulture));
        if (made > 0) report.Mistake($"the second import made something");
        await using var server = await at.ServeAsync(demo: false);
        report.Say($"   {await Baseline.TakeAsync(server, at, 16)}");
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Numbers();
}
