using Integral.Applications.Contracts;
using Integral.Platform.Reporting;

namespace Integral.Applications;

/// <summary>All that one can apply for, of whichever module.</summary>
internal sealed class KnownOpenings(IEnumerable<Openings> kinds, TimeProvider clock)
{
    private readonly List<Openings> kinds = [.. kinds];

    public IReadOnlyList<Openings> Kinds => kinds;

    /// <param name="on">By which day; today's where it is left out.</param>
    public async Task<Opening?> FindAsync(Db db, Tenant tenant, Guid id, DateOnly? on = null)
    {
        foreach (var kind in kinds)
            if (await kind.FindAsync(db, id, on ?? Figures.DayIn(tenant, clock)) is { } found) return found;
        return null;
    }

    public Task<Opening?> FindAsync(Db db, Tenant tenant, string kind, Guid id) =>
        kinds.Find(k => k.Kind == kind)?.FindAsync(db, id, Figures.DayIn(tenant, clock)) ?? Task.FromResult<Opening?>(null);

    /// <summary>What schools of the district can send lists of their staff for.</summary>
    public async Task<IReadOnlyList<OfferedPlaces>> OfferedAsync(Db db, Tenant tenant)
    {
        var all = new List<OfferedPlaces>();
        foreach (var kind in kinds) all.AddRange(await kind.OfferedAsync(db, Figures.DayIn(tenant, clock)));
        return all;
    }

    /// <summary>All for which one could apply on some of these days.</summary>
    public async Task<IReadOnlyList<WatchedOpening>> WatchedAsync(Db db, DateOnly from, DateOnly until, DateOnly today)
    {
        var all = new List<WatchedOpening>();
        foreach (var kind in kinds) all.AddRange(await kind.WatchedAsync(db, from, until, today));
        return all;
    }

    /// <summary>Ids of what belongs to something: of all groups of a programme.</summary>
    public async Task<IReadOnlyList<Guid>> OfAsync(Db db, Guid of)
    {
        var all = new List<Guid>();
        foreach (var kind in kinds) all.AddRange(await kind.OfAsync(db, of));
        return all;
    }

    /// <param name="on">By which day; today's where it is left out.</param>
    public async Task<Opening?> NamedAsync(Db db, Tenant tenant, string name, DateOnly? on = null)
    {
        foreach (var kind in kinds)
            if (await kind.NamedAsync(db, name) is { } id) return await kind.FindAsync(db, id, on ?? Figures.DayIn(tenant, clock));
        return null;
    }
}
