using Integral.Platform.Data;
using Integral.Platform.Modules;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Search;

/// <summary>How far the records of one kind have been compared with the index. A row stands here only while that goes on.</summary>
internal sealed class SearchCheck
{
    public required string Kind { get; init; }

    /// <summary>Id of the last record that was looked at.</summary>
    public string After { get; set; } = "";
}

/// <summary>Compares the index with the records it was made of, some at a time, and mends what differs: after an upgrade, a restore, or damage.</summary>
/// <param name="db">Of the tenant.</param>
/// <param name="modules">Which rows are searched.</param>
/// <param name="services">Of the tenant; without them only the index is looked at.</param>
internal sealed class IndexCheck(Db db, ModuleCatalog modules, IServiceProvider? services = null)
{
    private const int AtOnce = 200;

    /// <summary>From the beginning, if it isn't on its way already.</summary>
    public async Task BeginAsync(CancellationToken cancel)
    {
        if (await db.Set<SearchCheck>().AnyAsync(cancel)) return;
        db.AddRange(modules.Searched.Select(s => new SearchCheck { Kind = s.Kind }));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>One part, in a transaction of its own.</summary>
    /// <returns>How many documents weren't as they should be; null when there is nothing left to look at.</returns>
    public async Task<int?> StepAsync(CancellationToken cancel)
    {
        var mended = await db.WriteAsync(async () =>
        {
            if (await db.Set<SearchCheck>().OrderBy(c => c.Kind).FirstOrDefaultAsync(cancel) is not { } check) return null;
            var of = modules.Searched.FirstOrDefault(s => s.Kind == check.Kind);
            var records = of is null ? [] : await of.ReadAsync(db, check.After, AtOnce);
            var last = records.Count < AtOnce ? null : of!.IdOf(records[^1]);
            var count = of is null ? 0 : await SearchIndex.MendAsync(db, of, records, (check.After, last), cancel);
            if (services is not null && records.Count > 0) await of!.TendAsync(services, db, records);
            if (last is null) db.Remove(check);
            else check.After = last;
            await db.SaveChangesAsync(cancel);
            return (int?)count;
        }, cancel);
        db.ChangeTracker.Clear();
        return mended;
    }

    /// <summary>All of it: where a tenant has just been filled past the context.</summary>
    public async Task<int> WholeAsync(CancellationToken cancel)
    {
        await BeginAsync(cancel);
        var mended = 0;
        while (await StepAsync(cancel) is { } some) mended += some;
        return mended;
    }
}
