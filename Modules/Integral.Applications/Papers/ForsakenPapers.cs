using Integral.Applications.Data;
using Integral.Platform.Files;
using Integral.Platform.Jobs;

namespace Integral.Applications.Papers;

/// <summary>Takes away files with which nothing was sent for long enough.</summary>
internal sealed class ForsakenPapers(Db db, TenantFiles stored, TimeProvider clock) : IWakes
{
    public const string Alarm = "applications.papers";

    private const int AtOnce = 100;

    public string Kind => Alarm;

    public async Task<DateTime?> WakeAsync(CancellationToken stopping)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var before = now - PaperLimits.Kept;
        var (applications, drafts) = (db.Applications, db.Drafts);
        var unsent = db.Papers.Where(p => !applications.Any(a => a.Sent == p.Sent));
        var forsaken = unsent.Where(p => !drafts.Any(d => d.Sent == p.Sent));
        while (await forsaken.Where(p => p.AddedAt <= before).OrderBy(p => p.AddedAt).Take(AtOnce).ToListAsync(stopping) is { Count: > 0 } old)
        {
            var names = old.Select(p => p.StoredName).ToList();
            db.RemoveRange(old);
            await db.WriteAsync(() => db.SaveChangesAsync(stopping), stopping);
            foreach (var name in names) File.Delete(stored.PathOf(name));
        }
        // Those of a draft stay as long as it does: then somebody must look again.
        return await forsaken.MinAsync(p => (DateTime?)p.AddedAt, stopping) + PaperLimits.Kept ?? (await unsent.AnyAsync(stopping) ? now + PaperLimits.Kept : null);
    }
}

/// <summary>The stored names that applicants' files have.</summary>
internal sealed class PaperNames(Db db) : INameFiles
{
    public async Task<IReadOnlyList<string>> NamedAsync(IReadOnlyList<string> stored) => await db.Papers.Where(p => stored.Contains(p.StoredName)).Select(p => p.StoredName).ToListAsync();
}
