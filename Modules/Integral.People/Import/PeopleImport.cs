using Integral.Platform.Changes;
using Integral.Platform.Sheets;
using Microsoft.AspNetCore.Identity;

namespace Integral.People.Import;

/// <summary>
/// Adds and changes people by a table: what it says is written, what it leaves out stays. Running it again changes nothing. The screen, the API and
/// the verb call this one.
/// </summary>
internal sealed class PeopleImport(Db db, HostDb host, Delegation delegation, RowWriting writing, RoleReading roles, ChangeSets changes, ILookupNormalizer normalizer, TimeProvider clock)
{
    /// <summary>A large school. Each new account costs a password's hash, a tenth of a second.</summary>
    public const int MostRows = 2000;

    /// <summary>Bytes: 2,000 rows take less than one million.</summary>
    public const int Largest = 10 << 20;

    /// <summary>Rows of one transaction, as many as are added at once on the screen.</summary>
    private const int AtOnce = Joining.AtMost;

    /// <summary>A bad row stops nothing: it is reported and the next one is read. Stopped in the middle, what was written is whole rows.</summary>
    /// <exception cref="RuleException">The file is too long, or nobody could be told from anybody else by its columns.</exception>
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
        if (work.Count > 0) await WriteAsync(work, sheet.Rows.Count, options.Source, report, progress, cancel);
        return report;
    }

    private async Task WriteAsync(List<RowPlan> work, int all, string source, ImportReport report, IProgress<int>? progress, CancellationToken cancel)
    {
        using var set = await changes.BeginAsync(T.Say("People imported from {0}", source), PeopleModule.Manage);
        report.ChangeSetId = set.Id;
        var done = all - work.Count;
        foreach (var few in work.Chunk(AtOnce))
        {
            progress?.Report(done);
            cancel.ThrowIfCancellationRequested();
            await WriteAsync(few, report);
            done += few.Length;
        }
        progress?.Report(done);
    }

    private async Task<List<RowPlan>> PlanAsync(Sheet sheet, PersonColumns columns, ImportOptions options, ImportReport report)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
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
                report.Refuse(row, rule.Sentence);
                return null;
            }
        }
    }

    // What one row spoils is written row by row.
    private async Task WriteAsync(RowPlan[] few, ImportReport report)
    {
        try
        {
            report.Slips.AddRange(await writing.WriteAsync(few));
            foreach (var plan in few) report.Add(plan);
        }
        catch (Exception refused) when (refused is RuleException or DbUpdateConcurrencyException || refused is DbUpdateException && few.Length > 1)
        {
            Forget();
            if (few is [var one]) report.Refuse(one.Row, refused is RuleException rule ? rule.Sentence : T.Say("Somebody changed this person at the same moment. Import the file again."));
            else foreach (var plan in few) await WriteAsync([plan], report);
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
