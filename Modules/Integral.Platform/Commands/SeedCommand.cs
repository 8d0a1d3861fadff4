using System.CommandLine;
using Integral.Platform.Localization;
using Integral.Platform.Seeding;
using Integral.Platform.Tenancy;
using Microsoft.Extensions.Hosting;

namespace Integral.Platform.Commands;

internal static class SeedCommand
{
    public static Command Seed(IServiceProvider services)
    {
        var schools = Number("--schools", 10, "Institutions below the root");
        var classes = Number("--classes", 10, "In each school");
        var pupils = Number("--pupils", 25, "In each class");
        var days = Number("--days", 0, "Of past work in each school, up to today");
        var seed = Number("--seed", 1, "The same number makes the same schools, people and texts");
        var culture = new Option<string>("--culture") { DefaultValueFactory = _ => "ru", Description = "ru, kk, uk or en; of the root where there is none yet" };
        var password = new Option<FileInfo?>("--password-file") { Description = "Holds the one password of all accounts that are made; without it nobody can enter them" };
        var yes = new Option<bool>("--yes") { Description = "Also where there are institutions that weren't seeded" };
        var command = new Command("seed", "Fill an installation with synthetic data, for load work") { schools, classes, pupils, days, seed, culture, password, yes };
        command.SetAction((parsed, cancel) => CommandLine.DoAsync(services, parsed, "seed", async verb =>
        {
            var plan = new SeedPlan(parsed.GetValue(schools), parsed.GetValue(classes), parsed.GetValue(pupils), parsed.GetValue(days), parsed.GetValue(seed));
            var sowing = verb.Get<Sowing>();
            Rule.Require(sowing.Others == 0 || parsed.GetValue(yes) || verb.Get<IHostEnvironment>().IsDevelopment(),
                T.Say("There are institutions here that weren't seeded: {0}. Say --yes if synthetic ones may stand beside them.", sowing.Others));
            var secret = await TenantCommands.PasswordAsync(null, parsed.GetValue(password), "--password");
            await verb.Get<UnfinishedTenants>().SweepAsync(cancel);
            var report = await sowing.RunAsync(plan, secret, parsed.GetRequiredValue(culture), new Counter(plan.Institutions, verb.Error), cancel);
            return verb.Say(T.Say("Schools made: {0}. There already: {1}.", report.Made, report.Known));
        }));
        return command;
    }

    private static Option<int> Number(string name, int otherwise, string what) => new(name) { DefaultValueFactory = _ => otherwise, Description = what };
}
