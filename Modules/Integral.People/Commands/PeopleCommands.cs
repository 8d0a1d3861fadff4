using System.CommandLine;
using Integral.People.Export;
using Integral.People.Import;
using Integral.Platform.Commands;
using Integral.Platform.Sheets;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.People.Commands;

/// <summary>People as tables at the command line. It acts for whoever may start the server.</summary>
internal static class PeopleCommands
{
    private const int SomeRefused = 2;

    public static Command All(IServiceProvider services) => new("people", "The people of an institution") { Import(services), Export(services) };

    private static Option<string> Tenant => new("--tenant") { Required = true, Description = "The path of the institution; / for the root" };

    private static Command Import(IServiceProvider services)
    {
        var (tenant, file) = (Tenant, new Option<FileInfo>("--in") { Required = true, Description = "CSV or XLSX" });
        var role = new Option<string[]>("--role") { AllowMultipleArgumentsPerToken = true, Description = "For rows that say none, of people without an account there" };
        var email = new Option<bool>("--email-is-login") { Description = "Who has an e-mail and no login signs in with the e-mail" };
        var dry = new Option<bool>("--dry-run") { Description = "Only say what would be done" };
        var command = new Command("import", "Add and change people by a table; prints first passwords, which are to be had nowhere else") { tenant, file, role, email, dry };
        command.SetAction((parsed, cancel) => CommandLine.DoAsync(services, parsed, "people import", async verb =>
        {
            var from = parsed.GetRequiredValue(file);
            Rule.Require(from.Exists, T.Say("There is no file '{0}'.", from.FullName));
            Rule.Require(from.Length <= PeopleImport.Largest, T.Say("The file is larger than {0} MB.", PeopleImport.Largest >> 20));
            var sheet = SheetFile.Read(await File.ReadAllBytesAsync(from.FullName, cancel));
            var options = new ImportOptions(parsed.GetValue(role) ?? [], parsed.GetValue(email), parsed.GetValue(dry), from.Name);
            var report = await verb.Get<ITenantRunner>().RunAsync(verb.TenantAt(parsed.GetRequiredValue(tenant)), "people import", async inside =>
                await inside.GetRequiredService<PeopleImport>().RunAsync(sheet, await ColumnsAsync(inside, sheet), options, cancel: cancel));
            return Print(verb, report);
        }));
        return command;
    }

    private static Task<PersonColumns> ColumnsAsync(IServiceProvider inside, Sheet sheet) =>
        inside.GetRequiredService<ColumnMemory>().RecallAsync(PersonColumns.Find(sheet), PersonColumns.Whose(inside.GetRequiredService<Current>().Tenant));

    private static int Print(Verb verb, ImportReport report)
    {
        verb.Say(report.Summary);
        foreach (var row in report.Rows.Where(r => r.Fate != RowFate.Left)) verb.Say(row.Said);
        foreach (var slip in report.Slips) verb.Output.WriteLine($"{slip.Name}\t{slip.Login}\t{slip.Password}");
        return report.Refused == 0 ? 0 : SomeRefused;
    }

    private static Command Export(IServiceProvider services)
    {
        var (tenant, to) = (Tenant, new Option<string>("--out") { Required = true, Description = "The file to write: .xlsx or .csv" });
        var reason = new Option<string>("--reason") { Required = true, Description = "What the data are needed for; the institution's head sees it" };
        var command = new Command("export", "Write the people as a table that can be imported again; no passwords") { tenant, to, reason };
        command.SetAction((parsed, cancel) => CommandLine.DoAsync(services, parsed, "people export", async verb =>
        {
            var path = parsed.GetRequiredValue(to);
            var format = path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? SheetFormat.Csv : SheetFormat.Xlsx;
            var number = await verb.Get<ITenantRunner>().RunAsync(verb.TenantAt(parsed.GetRequiredValue(tenant)), "people export", async inside =>
            {
                var export = inside.GetRequiredService<PeopleExport>();
                var ids = await export.NoteAsync(new(parsed.GetRequiredValue(reason), format, new(null, null, null, null)));
                await using var file = File.Create(path);
                await export.WriteAsync(ids, format, file, cancel);
                return ids.Count;
            });
            return verb.Say(T.Say("Written: {0}. People: {1}.", path, number));
        }));
        return command;
    }
}
