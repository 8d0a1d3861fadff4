using Integral.Applications.Contracts;
using Integral.People.Contracts;
using Integral.Programs.Data;

namespace Integral.Programs;

/// <summary>Places in the groups of programmes as what one can apply for.</summary>
internal sealed class ProgrammeOpenings : Openings
{
    public const string OfProgrammes = "programme";

    public override string Kind => OfProgrammes;
    public override Sentence Title => T.Say("Groups of programmes");

    public override async Task<Opening?> FindAsync(Db db, Guid id, DateOnly today)
    {
        var programmes = db.Programmes;
        var found = await db.Recruitments.AsNoTracking().Where(r => r.Id == id).Select(r => new { Of = r, Programme = programmes.Where(p => p.Id == r.ProgrammeId).Select(p => new { p.Name, p.Slug, p.IsPublished }).First() }).FirstOrDefaultAsync();
        if (found is null || !(await GroupSeats.OfAsync(db, [found.Of.GroupId], today)).TryGetValue(found.Of.GroupId, out var group)) return null;
        var shown = new ShownRecruitment(found.Of, group, today);
        return new(Kind, id, $"{found.Programme.Name} · {group.Name}", $"/programmes/{found.Programme.Slug}")
        {
            IsShown = found.Programme.IsPublished, GroupId = group.Id, IsFull = shown.IsFull,
            Closed = shown.IsOpen ? null : today < found.Of.FromOn ? T.Say("One can apply from {0:d} on.", found.Of.FromOn) : T.Say("Applications were taken until {0:d}.", found.Of.UntilOn),
        };
    }

    /// <summary>Those of programmes in the catalogue, as long as their groups aren't over.</summary>
    public override async Task<IReadOnlyList<OfferedPlaces>> OfferedAsync(Db db, DateOnly today)
    {
        var programmes = db.Programmes;
        var found = await db.Recruitments.AsNoTracking().Where(r => r.UntilOn >= today).Select(r => new { Of = r, Programme = programmes.Where(p => p.Id == r.ProgrammeId && p.IsPublished).Select(p => new { p.Name, p.Slug }).FirstOrDefault() }).ToListAsync();
        var groups = await GroupSeats.OfAsync(db, [.. found.Select(f => f.Of.GroupId)], today);
        return [.. found.Where(f => f.Programme is not null && groups.TryGetValue(f.Of.GroupId, out var group) && !(group.UntilOn < today))
            .Select(f => new OfferedPlaces(f.Of.Id, $"{f.Programme!.Name} · {groups[f.Of.GroupId].Name}", $"/programmes/{f.Programme.Slug}", f.Of.FromOn, f.Of.UntilOn)).OrderBy(p => p.Id)];
    }

    public override async Task<IReadOnlyList<WatchedOpening>> WatchedAsync(Db db, DateOnly from, DateOnly until, DateOnly today)
    {
        var programmes = db.Programmes;
        var found = await db.Recruitments.AsNoTracking().Where(r => r.FromOn <= until && r.UntilOn >= from).OrderByDescending(r => r.UntilOn).ThenBy(r => r.Id).Take(MostWatched)
            .Select(r => new { r.Id, r.GroupId, Programme = programmes.Where(p => p.Id == r.ProgrammeId).Select(p => new { p.Id, p.Name }).First() }).ToListAsync();
        var groups = await GroupSeats.OfAsync(db, [.. found.Select(f => f.GroupId)], today);
        return [.. found.Where(f => groups.ContainsKey(f.GroupId)).Select(f => (Of: f, Group: groups[f.GroupId])).Select(f => new WatchedOpening(f.Of.Id, f.Group.Id, $"{f.Of.Programme.Name} · {f.Group.Name}", f.Of.Programme.Id, f.Of.Programme.Name, f.Group.Seats, f.Group.Taken, f.Group.UntilOn < today))];
    }

    public override async Task<IReadOnlyList<Guid>> OfAsync(Db db, Guid of) => await db.Recruitments.Where(r => r.ProgrammeId == of).Select(r => r.Id).ToListAsync();

    /// <summary>By the name of its group; of several the latest.</summary>
    public override async Task<Guid?> NamedAsync(Db db, string name)
    {
        var groups = db.Set<Group>();
        return await db.Recruitments.Where(r => groups.Any(g => g.Id == r.GroupId && g.Name == name)).OrderByDescending(r => r.UntilOn).ThenBy(r => r.Id).Select(r => (Guid?)r.Id).FirstOrDefaultAsync();
    }
}
