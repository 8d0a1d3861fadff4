using Integral.Applications.Contracts;
using Integral.People.Contracts;
using Integral.Programs.Data;

namespace Integral.Programs.Versions;

/// <summary>
/// What visitors saw of programmes, for the screens and the API alike: each change of what they see is kept as a version. For which version somebody applied is nowhere written,
/// since it follows from when they did.
/// </summary>
internal sealed class VersionBook(Db db, Current current, TimeProvider clock)
{
    public const int PageSize = 10;

    /// <summary>The latest first.</summary>
    /// <param name="before">Only those with a smaller number.</param>
    public Task<List<ProgrammeVersion>> PageAsync(Programme programme, int before, int size)
    {
        var id = programme.Id;
        return db.ProgrammeVersions.AsNoTracking().Where(v => v.ProgrammeId == id && v.Number < before).OrderByDescending(v => v.Number).Take(size).ToListAsync();
    }

    /// <exception cref="NotFoundException">There is none of that number.</exception>
    public Task<ProgrammeVersion> FindAsync(Programme programme, int number)
    {
        var id = programme.Id;
        return db.ProgrammeVersions.AsNoTracking().SingleOr404Async(v => v.ProgrammeId == id && v.Number == number);
    }

    /// <summary>The one before; null before the first.</summary>
    public async Task<ProgrammeVersion?> FormerAsync(ProgrammeVersion version) => version.Number > 1 ? await db.ProgrammeVersions.AsNoTracking().FirstOrDefaultAsync(v => v.ProgrammeId == version.ProgrammeId && v.Number == version.Number - 1) : null;

    /// <summary>How many applied for which version: those that came while visitors saw it.</summary>
    public async Task<IReadOnlyDictionary<int, int>> AppliedAsync(Programme programme)
    {
        var (id, groups) = (programme.Id, programme.Recruitments.Select(r => r.Id).ToArray());
        var begun = await db.ProgrammeVersions.Where(v => v.ProgrammeId == id).OrderByDescending(v => v.Number).Select(v => new { v.Number, v.At }).ToListAsync();
        var sent = await Applied.SentAt(db, ProgrammeOpenings.OfProgrammes, groups).ToListAsync();
        return sent.Select(at => begun.Find(v => v.At <= at)?.Number ?? 0).CountBy(number => number).ToDictionary();
    }

    /// <summary>What is written of it now.</summary>
    public Task<KeptProgramme> ReadAsync(Programme programme) => ReadAsync(db, programme);

    public static async Task<KeptProgramme> ReadAsync(Db db, Programme programme)
    {
        var category = programme.CategoryId;
        var kept = KeptProgramme.Of(programme, category is null ? "" : await db.LearnerCategories.Where(c => c.Id == category).Select(c => c.Name).FirstAsync());
        Guid[] ids = [.. kept.Words.Competencies.Select(c => c.Competency)];
        if (ids.Length == 0) return kept;
        var called = await db.Set<Competency>().AsNoTracking().Where(c => EF.Parameter(ids).Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.In(db.Tenant.Culture));
        return kept with { Called = ids.ToDictionary(id => id, id => called[id]) };
    }

    /// <summary>What visitors would see otherwise if it were published: a draft is compared with the programme whose next version it is, any other with what they saw of it last.</summary>
    /// <param name="shown">The programme that visitors see or will see.</param>
    /// <param name="written">Its draft, or itself.</param>
    public Task<IReadOnlyList<VersionChange>> ChangesAsync(Programme shown, Programme written, Texts texts) => ChangesAsync(db, shown, written, texts);

    public static async Task<IReadOnlyList<VersionChange>> ChangesAsync(Db db, Programme shown, Programme written, Texts texts)
    {
        var former = shown.Id != written.Id ? await ReadAsync(db, shown) : (await LastAsync(db, shown))?.Read();
        return VersionChange.Between(former, await ReadAsync(db, written), texts);
    }

    /// <summary>Before a change: keeps what visitors see where nothing of it was kept yet.</summary>
    public Task BeginAsync(Programme programme) => BeginAsync(db, programme);

    public static async Task BeginAsync(Db db, Programme programme)
    {
        if (programme.IsPublished && await LastAsync(db, programme) is null) await KeepAsync(db, programme, null, programme.ChangedAt);
    }

    /// <summary>After a change, beside what is about to be saved: keeps what visitors see from now on.</summary>
    public Task KeepAsync(Programme programme) => KeepAsync(db, programme, current.Account?.Name, clock.GetUtcNow().UtcDateTime);

    public static async Task KeepAsync(Db db, Programme programme, string? author, DateTime at)
    {
        if (!programme.IsPublished) return;
        var (last, data) = (await LastAsync(db, programme), Json.Write(await ReadAsync(db, programme)));
        if (last?.Data != data) db.Add(new ProgrammeVersion(programme.Id, last?.Number + 1 ?? 1, data, author, at));
    }

    /// <summary>Of the version that visitors see today; null where they see none.</summary>
    public static async Task<int?> NumberAsync(Db db, Programme programme) => programme.IsPublished ? (await LastAsync(db, programme))?.Number : null;

    // One that is about to be saved isn't in the database yet.
    private static async Task<ProgrammeVersion?> LastAsync(Db db, Programme programme)
    {
        var id = programme.Id;
        return db.ProgrammeVersions.Local.Where(v => v.ProgrammeId == id).MaxBy(v => v.Number) ?? await db.ProgrammeVersions.AsNoTracking().Where(v => v.ProgrammeId == id).OrderByDescending(v => v.Number).FirstOrDefaultAsync();
    }
}
