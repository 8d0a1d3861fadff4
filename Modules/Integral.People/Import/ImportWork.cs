using Integral.Platform.Jobs;
using Integral.Platform.Sheets;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.People.Import;

/// <summary>Has a table of people imported while the one who asked for it watches, or does something else.</summary>
internal sealed class ImportWork(Works works, Current current)
{
    private const int MostRemarks = 50;

    public Task<Work> StartAsync(string file, Sheet sheet, PersonColumns columns, ImportOptions options) =>
        works.StartAsync(current, T.Say("Importing {0}", file), (services, progress, cancel) => RunAsync(services, sheet, columns, options, progress, cancel));

    private static async Task<WorkResult> RunAsync(IServiceProvider services, Sheet sheet, PersonColumns columns, ImportOptions options, IProgress<WorkStep> progress, CancellationToken cancel)
    {
        var report = await services.GetRequiredService<PeopleImport>().RunAsync(sheet, columns, options, new RowsDone(sheet.Rows.Count, progress), cancel);
        var refused = report.Rows.Where(r => r.Fate == RowFate.Refused).ToList();
        Sentence[] more = refused.Count > MostRemarks ? [T.Say("And {0} rows more.", refused.Count - MostRemarks)] : [];
        return new("~/Admin/People", [report.Summary, .. refused.Take(MostRemarks).Select(r => r.Said), .. more]) { More = report };
    }
}
