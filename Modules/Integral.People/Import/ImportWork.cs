using Integral.Platform.Jobs;
using Integral.Platform.Sheets;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.People.Import;

/// <summary>The import that a piece of work does, by which it can be cancelled.</summary>
internal sealed record ImportTicket(Guid Run);

/// <summary>Has a table of people imported while the one who asked for it watches, or does something else.</summary>
internal sealed class ImportWork(Works works, ImportRuns runs, Current current)
{
    private const int MostRemarks = 50;

    public async Task<Work> StartAsync(string file, Sheet sheet, PersonColumns columns, ImportOptions options)
    {
        var run = await runs.OpenAsync();
        return await works.StartAsync(current, T.Say("Importing {0}", file), (services, progress, cancel) => RunAsync(services, sheet, columns, options with { Run = run }, progress, cancel), new ImportTicket(run));
    }

    /// <summary>The import of one's own work, and what became of it; null for other work, or after a day.</summary>
    public Task<ImportRun?> RunOfAsync(Work work) => work.InputAs<ImportTicket>() is { } ticket ? runs.FindAsync(ticket.Run) : Task.FromResult<ImportRun?>(null);

    /// <exception cref="RuleException">It is at its end already.</exception>
    public async Task CancelAsync(Work work)
    {
        var isGivenUp = work.InputAs<ImportTicket>() is { } ticket && await runs.GiveUpAsync(ticket.Run);
        Rule.Require(isGivenUp || (await RunOfAsync(work))?.State is ImportState.GivenUp or ImportState.TakenBack, "The import was at its end already. What it did can be undone.");
    }

    private static async Task<WorkResult> RunAsync(IServiceProvider services, Sheet sheet, PersonColumns columns, ImportOptions options, IProgress<WorkStep> progress, CancellationToken cancel)
    {
        var report = await services.GetRequiredService<PeopleImport>().RunAsync(sheet, columns, options, new RowsDone(sheet.Rows.Count, progress), cancel);
        var refused = report.Rows.Where(r => r.Fate == RowFate.Refused).ToList();
        Sentence[] more = refused.Count > MostRemarks ? [T.Say("And {0} rows more.", refused.Count - MostRemarks)] : [];
        return new("~/Admin/People", [report.Summary, .. refused.Take(MostRemarks).Select(r => r.Said), .. more]) { More = report };
    }
}
