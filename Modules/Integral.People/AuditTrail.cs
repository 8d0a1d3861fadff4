using Integral.Platform.Audit;

namespace Integral.People;

/// <summary>What to look for in the trail; everything may be left out.</summary>
/// <param name="Who">A login, as it was when it acted.</param>
/// <param name="Records">Ids of records with commas between them, such as a person's with its account's and membership's.</param>
/// <param name="Before">The cursor: the last entry of the page before.</param>
internal sealed record AuditFilter(string? Who, string? Kind, DateOnly? Day, string? Records, Guid? Before);

/// <param name="Next">The cursor of the next page; null on the last.</param>
internal sealed record AuditPage(IReadOnlyList<AuditEntry> Entries, Guid? Next);

/// <summary>
/// The institution's audit trail, newest first: what happened in its own data, and in the host's rows that concern it.
/// Ids hold the time, so both lie in the order of their keys and are merged without a sort of the whole.
/// </summary>
internal sealed class AuditTrail(Db db, HostDb host, Current current)
{
    public async Task<AuditPage> PageAsync(AuditFilter filter, int size = 50)
    {
        var inside = await Filtered(db.Set<AuditEntry>(), filter).Take(size + 1).ToListAsync();
        var outside = await Filtered(host.Audit.Where(e => e.TenantId == current.Tenant.Id), filter).Take(size + 1).ToListAsync();
        var merged = inside.Concat(outside).OrderByDescending(e => e.Id).Take(size + 1).ToList();
        return new([.. merged.Take(size)], merged.Count > size ? merged[size - 1].Id : null);
    }

    private IQueryable<AuditEntry> Filtered(IQueryable<AuditEntry> entries, AuditFilter filter)
    {
        if (filter.Before is { } before) entries = entries.Where(e => e.Id < before);
        if (filter.Who?.Trim() is { Length: > 0 } who) entries = entries.Where(e => e.Who == who);
        if (filter.Kind is { Length: > 0 } kind) entries = entries.Where(e => e.Kind == kind);
        if (filter.Records?.Split(',', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } records) entries = entries.Where(e => records.Contains(e.RecordId));
        if (filter.Day is { } day)
        {
            var (from, until) = (current.Tenant.Zone.MomentOf(day), current.Tenant.Zone.MomentOf(day.AddDays(1)));
            entries = entries.Where(e => e.At >= from && e.At < until);
        }
        return entries.AsNoTracking().OrderByDescending(e => e.Id);
    }

}
