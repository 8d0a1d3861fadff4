using System.CommandLine;
using Integral.Load;
using Integral.Load.Scenarios;
using Integral.Load.Setup;

IScenario[] scenarios = [new Front(), new Cabinet(), new Tenants(), new Start(), new Create(), new Register(), new SignIns(), new Saves(), new Backup(), new Flood(), new Kills(), new Nodes(), new Searches(), new Lists(), new PageSaves(), new Intakes(), new Inboxes(), new Import(), new Cases()];

var scenario = new Argument<string[]>("scenario") { Arity = ArgumentArity.ZeroOrMore, DefaultValueFactory = _ => ["all"], Description = string.Join('\n', scenarios.Select(s => $"{s.Name}: {s.Measures}")) };
scenario.AcceptOnlyFromAmong(["all", .. scenarios.Select(s => s.Name)]);
var onPostgreSql = new Option<bool>("--pg") { Description = "On PostgreSQL: a throw-away cluster that flushes" };
var warmup = new Option<int>("--warmup") { DefaultValueFactory = _ => 10, Description = "Seconds before measuring" };
var seconds = new Option<int>("--seconds") { DefaultValueFactory = _ => 30, Description = "Seconds of measuring" };
var runs = new Option<int>("--runs") { DefaultValueFactory = _ => 3, Description = "Of which the median counts" };
var file = new Option<FileInfo?>("--file") { Description = "A register of institutions, for the scenario register" };
var tenants = new Option<int>("--tenants") { DefaultValueFactory = _ => 5000, Description = "For the scenarios tenants and flood" };
var moments = new Option<int>("--moments") { DefaultValueFactory = _ => 200, Description = "For the scenario kills" };
var seed = new Option<int>("--seed") { DefaultValueFactory = _ => Random.Shared.Next(1, 1_000_000), Description = "For the scenario kills: the same number, the same moments" };
var filled = new Option<int>("--filled") { Description = "The scenarios share one installation, in which so many seeded schools stand beside the demo" };

var command = new RootCommand("Measures a published build as design says; ./dev load builds it first") { scenario, onPostgreSql, warmup, seconds, runs, file, tenants, moments, seed, filled };
command.SetAction(async parsed =>
{
    var trial = new Trial(parsed.GetValue(onPostgreSql), TimeSpan.FromSeconds(parsed.GetValue(warmup)), TimeSpan.FromSeconds(parsed.GetValue(seconds)),
        Math.Max(1, parsed.GetValue(runs)), parsed.GetValue(file), parsed.GetValue(tenants), parsed.GetValue(moments), parsed.GetValue(seed), parsed.GetValue(filled));
    var report = new Report(Console.Out);
    var wanted = parsed.GetRequiredValue(scenario);
    foreach (var one in scenarios.Where(s => wanted is ["all"] || wanted.Contains(s.Name))) await one.RunAsync(trial, report);
    await Installation.EndAsync();
    return report.HasMistakes ? 1 : 0;
});
return await command.Parse(args).InvokeAsync();
