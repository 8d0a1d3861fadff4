using System.Globalization;
using Integral.Applications.Contracts;
using Integral.People.Contracts;
using Integral.Platform.Messaging;
using Integral.Programs.Data;

namespace Integral.Programs;

/// <param name="Applied">How many have applied for it.</param>
/// <param name="HasGroup">Staff have said in which group it is taught.</param>
internal sealed record OwnRow(Guid Id, string Title, int Hours, DateTime CreatedAt, int Applied, bool HasGroup);

/// <param name="Next">The cursor of the next part; null on the last.</param>
internal sealed record OwnPage(IReadOnlyList<OwnRow> Rows, string? Next);

/// <summary>What staff make of programmes that visitors have composed: a programme of the institution, and a group in which whoever is accepted gets a seat.</summary>
internal sealed class OwnDesk(Db db, Current current, ProgrammeBook book, ProgrammeDesk desk, Outbox outbox, TimeProvider clock)
{
    public const int PageSize = 50;

    // The waiting list is one for all who want a seat of one group.
    internal static readonly Sentence IsTaken = T.Say("Another programme takes applications for this group.");

    /// <summary>Those for which somebody has applied, the latest first.</summary>
    public async Task<OwnPage> PageAsync(string? after, int size = PageSize)
    {
        var (own, applied) = (db.OwnProgrammes.AsNoTracking(), Applied.For(db, OwnProgramme.Kind));
        if (Guid.TryParseExact(after, "N", out var last)) own = own.Where(o => o.Id < last);
        var rows = await own.Where(o => applied.Any(a => a == o.Id)).OrderByDescending(o => o.Id).Take(size + 1)
            .Select(o => new OwnRow(o.Id, o.Title, o.Modules.Sum(m => m.Hours), o.CreatedAt, applied.Count(a => a == o.Id), o.GroupId != null)).ToListAsync();
        return rows.Count > size ? new(rows[..size], rows[size - 1].Id.ToString("N", CultureInfo.InvariantCulture)) : new(rows, null);
    }

    /// <exception cref="NotFoundException">Nobody has composed it.</exception>
    public Task<OwnProgramme> FindAsync(Guid id) => db.OwnProgrammes.Include(o => o.Modules).SingleOr404Async(o => o.Id == id);

    /// <summary>The group in which it is taught; null where there is none.</summary>
    public async Task<SeatedGroup?> GroupAsync(OwnProgramme own) => own.GroupId is { } id ? (await GroupSeats.OfAsync(db, [id], book.Today)).GetValueOrDefault(id) : null;

    /// <summary>Says in which training group it is taught; null takes that back, and who is in it stays. Whoever waits for a seat gets one of it a moment later, in turn.</summary>
    /// <exception cref="NotFoundException">There is no such group.</exception>
    /// <exception cref="RuleException">It is over, or another programme takes applications for it.</exception>
    public Task TeachAsync(OwnProgramme own, Guid? group) => db.WriteAsync(async () =>
    {
        if (group is { } id && id != own.GroupId)
        {
            if ((await GroupSeats.OfAsync(db, [id], book.Today)).GetValueOrDefault(id) is not { Kind: GroupKind.Training } found) throw new NotFoundException();
            Rule.Require(found.UntilOn is not { } last || last >= book.Today, "This group is over.", "GroupId");
            await GroupSeats.LockAsync(db, id);     // first: a group has one waiting list, also where two want it at once
            await RequireFreeAsync(db, id, "GroupId");
            outbox.Add(new SeatsFreed(id));
        }
        own.Teach(group);
        await db.SaveChangesAsync();
    });

    /// <summary>A group has one waiting list.</summary>
    /// <exception cref="RuleException">Applications for it are taken already.</exception>
    public static async Task RequireFreeAsync(Db db, Guid group, string field) =>
        Rule.Require(!await db.Recruitments.AnyAsync(r => r.GroupId == group) && !await db.OwnProgrammes.AnyAsync(o => o.GroupId == group), IsTaken, field);

    /// <summary>Writes a programme of the institution with these modules, as the library says them today.</summary>
    /// <exception cref="RuleException">One of them is gone from the library.</exception>
    public async Task<Programme> WriteAsync(OwnProgramme own, string name)
    {
        var ids = own.Modules.Select(m => m.LibraryId).ToArray();
        var modules = await db.LibraryModules.AsNoTracking().Where(m => EF.Parameter(ids).Contains(m.Id)).ToDictionaryAsync(m => m.Id);
        Rule.Require(ids.All(modules.ContainsKey), "One of its modules is gone from the library: write the programme by hand.");
        var (programme, now) = (new Programme(), clock.GetUtcNow().UtcDateTime);
        programme.Describe(new(name, "", "", modules.Values.Sum(m => m.Hours), StudyForm.InPerson, "", ""), current.Tenant.Culture, now);
        foreach (var from in own.Modules.OrderBy(m => m.Place).Select(m => modules[m.LibraryId])) programme.Add(from.ToWords(), now).CameFrom(from.Id, from.Version);
        return await desk.AddAsync(programme);
    }
}
