using Integral.Platform.Changes;
using Integral.Platform.Sheets;
using Microsoft.AspNetCore.Identity;

namespace Integral.People.Import;

/// <summary>
/// Adds and changes people by a table: what it says is written, what it leaves out stays. Running it again changes nothing. The screen, the API and
/// the verb call this one.
/// </summary>
internal sealed class PeopleImport(Db db, HostDb host, Delegation delegation, RowWriting writing, RoleReading roles, ChangeSets changes, ImportRuns runs, ILookupNormalizer normalizer, TimeProvider clock)
{
    /// <summary>A district's list of applicants, or all schools of a small one.</summary>
    public const int MostRows = 10_000;

    /// <summary>Bytes: 10,000 rows take less than three million.</summary>
    public const int Largest = 10 << 20;

    public static readonly Sentence Cancelled = T.Say("The import was cancelled.");

    /// <summary>Rows of one transaction. Others who save something wait for one of them at most.</summary>
    private const int AtOnce = 50;

    /// <summary>A bad row stops nothing: it is reported and the next one is read. Cancelled, or failed in the middle, nothing of it stays.</summary>
    /// <exception cref="RuleException">The file is too long, nobody could be told from anybody else by its columns, or the import was cancelled.</exception>
    public async Task<ImportReport> RunAsync(Sheet sheet, PersonColumns columns, ImportOptions options, IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        columns.Check();
        Rule.Require(sheet.Rows.Count <= MostRows, T.Say("The file has {0} rows; at most {1} can be imported at once. Divide it.", sheet.Rows.Count, MostRows));
        var report = new ImportReport();
        var plans = await PlanAsync(sheet, columns, options, report);
        if (options.IsDryRun)
        {
            plans.ForEach(report.Add);
            return report;
        }
        plans.Where(p => p.Fate == RowFate.Left).ToList().ForEach(report.Add);
        var work = plans.Where(p => p.Fate != RowFate.Left).ToList();
        await WholeAsync(options.Run ?? await runs.OpenAsync(), run => WriteAsync(run, work, sheet.Rows.Count, options.Source, report, progress, cancel));
        return report;
    }

    private async Task WholeAsync(Guid run, Func<Guid, Task> write)
    {
        try
        {
            await write(run);
            await runs.EndAsync(run);
        }
        catch (ImportGivenUpException)
        {
            await TakeBackAsync(run);
            throw new RuleException(Cancelled);
        }
        catch
        {
            await TakeBackAsync(run);
            throw;
        }
    }

    private Task TakeBackAsync(Guid run)
    {
        Forget();
        return runs.TakeBackAsync(run);
    }

    private async Task WriteAsync(Guid run, List<RowPlan> work, int all, string source, ImportReport report, IProgress<int>? progress, CancellationToken cancel)
    {
        if (work.Count == 0) return;
        using var set = await changes.BeginAsync(T.Say("People imported from {0}", source), PeopleModule.Manage);
        await runs.BeginAsync(run, set.Id);
        report.ChangeSetId = set.Id;
        var done = all - work.Count;
        foreach (var few in work.Chunk(AtOnce))
        {
            progress?.Report(done);
            cancel.ThrowIfCancellationRequested();
            await WriteAsync(run, few, report);
            done += few.Length;
        }
        progress?.Report(done);
    }

    private async Task<List<RowPlan>> PlanAsync(Sheet sheet, PersonColumns columns, ImportOptions options, ImportReport report)
    {
        var today = db.Tenant.Zone.DayOf(clock.GetUtcNow().UtcDateTime);
        var rows = sheet.Rows.Select(r => PersonRow.Of(r, columns, roles, today)).ToList();
        var logins = rows.SelectMany(r => new[] { r.Login, options.EmailIsLogin ? r.Email : null }).OfType<string>().Select(normalizer.NormalizeName).Distinct().ToList();
        var planning = new Planning(await Population.ReadAsync(db, host, logins!), await delegation.OfActorAsync(), normalizer, db.Tenant, options);
        return [.. rows.Select(Tried).OfType<RowPlan>()];

        RowPlan? Tried(PersonRow row)
        {
            try
            {
                return planning.Plan(row);
            }
            catch (RuleException rule)
            {
                report.Refuse(row, columns.Of(rule), rule.Sentence);
                return null;
            }
        }
    }

    // What one row spoils is written row by row.
    private async Task WriteAsync(Guid run, RowPlan[] few, ImportReport report)
    {
        try
        {
            report.Slips.AddRange(await writing.WriteAsync(run, few));
            foreach (var plan in few) report.Add(plan);
        }
        catch (Exception refused) when (refused is RuleException or DbUpdateConcurrencyException || refused is DbUpdateException && few.Length > 1)
        {
            Forget();
            if (few is [var one]) report.Refuse(one.Row, null, refused is RuleException rule ? rule.Sentence : T.Say("Somebody changed this person at the same moment. Import the file again."));
            else foreach (var plan in few) await WriteAsync(run, [plan], report);
        }
        Forget();
    }

    // What stands there is read anew for the next rows.
    private void Forget()
    {
        db.ChangeTracker.Clear();
        host.ChangeTracker.Clear();
    }
}
