using Integral.Announcements.Data;
using Integral.People.Contracts;

namespace Integral.Announcements;

/// <summary>How many an announcement is for today, and how many of them have read it as it is now.</summary>
internal sealed record ReadCount(int People, int Read)
{
    public int Waiting => People - Read;
}

/// <summary>A reader by name.</summary>
/// <param name="ReadAt">Null where they haven't.</param>
internal sealed record ReaderRow(Guid PersonId, string Name, DateTime? ReadAt);

/// <param name="Others">On the list too, but without a card that one could show.</param>
/// <param name="Next">The cursor of the next part; null on the last.</param>
internal sealed record ReaderPage(IReadOnlyList<ReaderRow> Rows, int Others, string? Next);

/// <summary>How it went in an institution below.</summary>
internal sealed record BelowRow(Tenant Institution, AnnouncementBelow? Counted);

/// <summary>Who has read an announcement: as many statements for a thousand readers as for one.</summary>
internal sealed class Readers(Db db, AudienceReach reach, Current current, Catalogue catalogue)
{
    public const int PageSize = 50;

    public async Task<ReadCount> CountAsync(Announcement one)
    {
        var (people, read) = await LookAsync(one);
        return new(people.Count, people.Count(p => read.ContainsKey(p.AccountId)));
    }

    /// <summary>By name.</summary>
    /// <param name="hasRead">Those who have read it as it is now, or those who haven't.</param>
    public async Task<ReaderPage> PageAsync(Announcement one, bool hasRead, string? after, int size = PageSize)
    {
        var (people, read) = await LookAsync(one);
        var asked = people.Where(p => read.ContainsKey(p.AccountId) == hasRead).ToList();
        var times = asked.Where(p => p.PersonId is not null).GroupBy(p => p.PersonId!.Value).ToDictionary(g => g.Key, g => g.Select(p => read.TryGetValue(p.AccountId, out var at) ? at as DateTime? : null).Max());
        var ids = times.Keys.ToArray();
        var rows = db.Set<Person>().AsNoTracking().Where(p => EF.Parameter(ids).Contains(p.Id));
        if (after?.Split('.') is [var sort, var id] && Guid.TryParseExact(id, "N", out var last)) rows = rows.Where(p => p.SortName.CompareTo(sort) > 0 || p.SortName == sort && p.Id > last);
        var found = await rows.OrderBy(p => p.SortName).ThenBy(p => p.Id).Take(size + 1).ToListAsync();
        List<Person> shown = [.. found.Take(size)];
        return new([.. shown.Select(p => new ReaderRow(p.Id, p.FullName, times[p.Id]))], asked.Count(p => p.PersonId is null), found.Count > size ? $"{shown[^1].SortName}.{shown[^1].Id:N}" : null);
    }

    /// <summary>The institutions below by name, with what they have told; those that haven't told anything yet are among them.</summary>
    public async Task<(IReadOnlyList<BelowRow> Rows, ReadCount All)> BelowAsync(Announcement one)
    {
        var id = one.Id;
        var told = await db.AnnouncementsBelow.AsNoTracking().Where(b => b.AnnouncementId == id).ToDictionaryAsync(b => b.TenantId);
        // What was told of an edition before this one says nothing of it.
        return ([.. catalogue.Below(current.Tenant).Select(t => new BelowRow(t, told.GetValueOrDefault(t.Id)))], new(told.Values.Sum(b => b.Reached), told.Values.Where(b => b.Edition == one.Edition).Sum(b => b.Read)));
    }

    /// <summary>How many have read which: for the list of announcements.</summary>
    public async Task<IReadOnlyDictionary<Guid, int>> CountsAsync(IReadOnlyCollection<Announcement> some)
    {
        var (ids, all) = (some.Select(a => a.Id).ToArray(), db.Announcements);
        return await db.AnnouncementReceipts.Where(r => EF.Parameter(ids).Contains(r.AnnouncementId) && all.Any(a => a.Id == r.AnnouncementId && a.Edition == r.Edition)).GroupBy(r => r.AnnouncementId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
    }

    private async Task<(IReadOnlyList<Receiver> People, Dictionary<Guid, DateTime> Read)> LookAsync(Announcement one)
    {
        var (id, edition) = (one.Id, one.Edition);
        return (await reach.OfAsync(one.Audience), await db.AnnouncementReceipts.AsNoTracking().Where(r => r.AnnouncementId == id && r.Edition == edition).ToDictionaryAsync(r => r.AccountId, r => r.ReadAt));
    }
}
