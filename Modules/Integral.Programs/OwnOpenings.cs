using Integral.Applications.Contracts;
using Integral.People.Contracts;
using Integral.Programs.Data;

namespace Integral.Programs;

/// <summary>Programmes that visitors have composed as what one can apply for.</summary>
internal sealed class OwnOpenings : Openings
{
    public override string Kind => OwnProgramme.Kind;

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

    /// <summary>By its title; of several the latest.</summary>
    public override Task<Guid?> NamedAsync(Db db, string name) => db.OwnProgrammes.Where(o => o.Title == name).OrderByDescending(o => o.Id).Select(o => (Guid?)o.Id).FirstOrDefaultAsync();
}
