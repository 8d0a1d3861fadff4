using Integral.Applications.Contracts;
using Integral.People.Contracts;
using Integral.Programs.Data;

namespace Integral.Programs;

/// <summary>Programmes that visitors have composed as what one can apply for.</summary>
internal sealed class OwnOpenings : Openings
{
    public override string Kind => OwnProgramme.Kind;
    public override Sentence Title => T.Say("Programmes that visitors compose");

    public override async Task<Opening?> FindAsync(Db db, Guid id, DateOnly today)
    {
        if (await db.OwnProgrammes.AsNoTracking().Include(o => o.Modules).FirstOrDefaultAsync(o => o.Id == id) is not { } own) return null;
        var ids = own.Modules.Select(m => m.LibraryId).ToArray();
        var offered = await db.LibraryModules.AsNoTracking().Where(m => m.IsOpen && EF.Parameter(ids).Contains(m.Id)).ToListAsync();
        var group = own.GroupId is { } taught ? (await GroupSeats.OfAsync(db, [taught], today)).GetValueOrDefault(taught) : null;
        if (group?.UntilOn < today) group = null;      // those who come later need another one
        return new(Kind, id, own.Title, $"/compose/{id}")
        {
            IsShown = true, GroupId = group?.Id, IsFull = group?.Free == 0, StaffAddress = $"/Admin/OwnProgrammes/Show/{id}", StaffPermission = ProgramsModule.Manage,
            Contents = [.. own.Modules.OrderBy(m => m.Place).Select(m => T.Say("{0}, hours: {1}", m.Title, m.Hours))],
            Closed = offered.Count == ids.Length && OwnProgramme.DigestOf(offered) == own.Digest ? null : T.Say("Some of these modules aren't offered any more. Compose your programme anew."),
        };
    }

    /// <summary>Those that are taught in a group.</summary>
    public override async Task<IReadOnlyList<WatchedOpening>> WatchedAsync(Db db, DateOnly from, DateOnly until, DateOnly today)
    {
        var found = await db.OwnProgrammes.AsNoTracking().Where(o => o.GroupId != null).OrderByDescending(o => o.Id).Take(MostWatched).Select(o => new { o.Id, o.Title, GroupId = o.GroupId!.Value }).ToListAsync();
        var groups = await GroupSeats.OfAsync(db, [.. found.Select(f => f.GroupId)], today);
        return [.. found.Where(f => groups.TryGetValue(f.GroupId, out var group) && group.FromOn <= until && !(group.UntilOn < from))
            .Select(f => (Of: f, Group: groups[f.GroupId])).Select(f => new WatchedOpening(f.Of.Id, f.Group.Id, f.Of.Title, null, "", f.Group.Seats, f.Group.Taken, f.Group.UntilOn < today))];
    }

    /// <summary>By its title; of several the latest.</summary>
    public override Task<Guid?> NamedAsync(Db db, string name) => db.OwnProgrammes.Where(o => o.Title == name).OrderByDescending(o => o.Id).Select(o => (Guid?)o.Id).FirstOrDefaultAsync();
}
