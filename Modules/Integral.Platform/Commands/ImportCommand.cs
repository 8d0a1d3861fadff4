using System.CommandLine;
using Integral.Platform.Localization;
using Integral.Platform.Registers;
using Integral.Platform.Sheets;
using Integral.Platform.Tenancy;

namespace Integral.Platform.Commands;

internal static class ImportCommand
{
    private const int SomeRefused = 2;

    public static Command Import(IServiceProvider services)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "CSV or XLSX" };
        var recipe = new Option<string>("--recipe") { DefaultValueFactory = _ => "school" };
        var parent = new Option<string>("--parent") { DefaultValueFactory = _ => "/" };
        var tree = new Option<bool>("--tree") { Description = "Under their governing bodies, which are made too" };
        var rootBody = new Option<string?>("--root-body") { Description = "The governing body that is the parent itself" };
        var column = new Option<string[]>("--column") { AllowMultipleArgumentsPerToken = true, Description = $"FIELD=HEADING, where the file calls a column otherwise; kept for files with the same headings. Fields: {string.Join(", ", Enum.GetNames<RegisterField>())}" };
        var status = new Option<string[]>("--status") { AllowMultipleArgumentsPerToken = true, Description = $"WORD=MEANING, for a word of status that isn't known. Meanings: {string.Join(", ", Enum.GetNames<RegisterStatus>())}" };
        var dry = new Option<bool>("--dry-run") { Description = "Only say what would be done" };
        var command = new Command("import", "Deploy a register of institutions") { file, recipe, parent, tree, rootBody, column, status, dry };
        command.SetAction((parsed, cancel) => CommandLine.DoAsync(services, parsed, "tenants import", async verb =>
        {
            var from = parsed.GetRequiredValue(file);
            Rule.Require(from.Exists, T.Say("There is no file '{0}'.", from.FullName));
            Rule.Require(from.Length <= SheetFile.Largest, T.Say("The file is larger than {0} MB.", SheetFile.Largest >> 20));
            await verb.Get<UnfinishedTenants>().SweepAsync(cancel);
            var sheet = SheetFile.Read(await File.ReadAllBytesAsync(from.FullName, cancel));
            var above = TenantCommands.Find(verb.Get<Catalogue>(), parsed.GetRequiredValue(parent));
            var options = new RegisterOptions(parsed.GetRequiredValue(recipe), above, parsed.GetValue(tree), parsed.GetValue(rootBody), parsed.GetValue(dry));
            var columns = await ColumnsAsync(verb, sheet, parsed.GetValue(column) ?? [], parsed.GetValue(status) ?? [], isKept: !options.IsDryRun, cancel);
            var report = await verb.Get<RegisterImport>().RunAsync(sheet, columns, options, new Counter(sheet.Rows.Count, verb.Error), cancel);
            Print(verb, report);
            return report.Refused.Count == 0 ? 0 : SomeRefused;
        }));
        return command;
    }

    private static async Task<RegisterColumns> ColumnsAsync(Verb verb, Sheet sheet, string[] headings, string[] words, bool isKept, CancellationToken cancel)
    {
        var columns = await verb.Get<ColumnMemory>().RecallAsync(RegisterColumns.Find(sheet), cancel: cancel);
        foreach (var (field, heading) in headings.Select(h => Pair(h, h.IndexOf('=')))) columns.Correct(Known<RegisterField>(field), heading);
        foreach (var (word, meaning) in words.Select(w => Pair(w, w.LastIndexOf('=')))) columns.Correct(word, Known<RegisterStatus>(meaning));
        columns.Check();
        foreach (var field in Enum.GetValues<RegisterField>())
            if (columns.HeadingOf(field) is { } heading) verb.Error.WriteLine(verb.Texts.Say(T.Say("{0}: column '{1}'", $"{field}", heading)));
        if (isKept && headings.Length + words.Length > 0) await verb.Get<ColumnMemory>().KeepAsync(columns, cancel: cancel);
        return columns;
    }

    private static (string, string) Pair(string text, int at)
    {
        Rule.Require(at > 0, T.Say("A parameter is written name=value, not '{0}'.", text));
        return (text[..at].Trim(), text[(at + 1)..].Trim());
    }

    private static TWord Known<TWord>(string word) where TWord : struct, Enum
    {
        Rule.Require(Enum.TryParse<TWord>(word, ignoreCase: true, out var known) && Enum.IsDefined(known), T.Say("There is no '{0}'. There are: {1}.", word, string.Join(", ", Enum.GetNames<TWord>())));
        return known;
    }

    private static void Print(Verb verb, RegisterReport report)
    {
        verb.Say(report.Summary);
        foreach (var remark in report.Remarks) verb.Say(remark.Said);
    }
}
