using System.CommandLine;
using System.Globalization;
using Integral.Platform.Localization;
using Integral.Platform.Tenancy;

namespace Integral.Platform.Commands;

internal static class ImportCommand
{
    public static Command Import(IServiceProvider services)
    {
        var file = new Argument<FileInfo>("FILE.csv");
        var recipe = new Option<string>("--recipe") { DefaultValueFactory = _ => "school" };
        var parent = new Option<string>("--parent") { DefaultValueFactory = _ => "/" };
        var tree = new Option<bool>("--tree") { Description = "Under their governing bodies, which are made too" };
        var rootBody = new Option<string?>("--root-body") { Description = "The governing body that is the parent itself" };
        var dry = new Option<bool>("--dry-run") { Description = "Only say what would be done" };
        var command = new Command("import", "Deploy a register of institutions") { file, recipe, parent, tree, rootBody, dry };
        command.SetAction((parsed, cancel) => CommandLine.DoAsync(services, parsed, "tenants import", async verb =>
        {
            Rule.Require(parsed.GetRequiredValue(file).Exists, T.Say("There is no file '{0}'.", parsed.GetRequiredValue(file).FullName));
            await verb.Get<UnfinishedTenants>().SweepAsync(cancel);
            var rows = RegisterFile.Read(await File.ReadAllTextAsync(parsed.GetRequiredValue(file).FullName, cancel));
            var above = TenantCommands.Find(verb.Get<Catalogue>(), parsed.GetRequiredValue(parent));
            var options = new RegisterOptions(parsed.GetRequiredValue(recipe), above, parsed.GetValue(tree), parsed.GetValue(rootBody), parsed.GetValue(dry));
            var report = await verb.Get<RegisterImport>().RunAsync(rows, options, new Counter(rows.Count, verb.Error), cancel);
            Print(verb, report);
            return report.Refused.Count == 0 ? 0 : 2;
        }));
        return command;
    }

    private static void Print(Verb verb, RegisterReport report)
    {
        verb.Output.WriteLine(verb.Texts["Institutions made: {0}. Governing bodies made: {1}. Known already: {2}. Not working, left out: {3}. Refused: {4}.",
            report.Made, report.Bodies, report.Known, report.NotWorking, report.Refused.Count]);
        foreach (var (line, name, why) in report.Refused) verb.Output.WriteLine(verb.Texts["Line {0}, {1}: {2}", line, name, why]);
    }

    private sealed class Counter(int total, TextWriter output) : IProgress<RegisterRow>
    {
        private int done;

        public void Report(RegisterRow row)
        {
            if (++done % 50 == 0 || done == total) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done}/{total}"));
        }
    }
}
