using System.Globalization;
using Integral.Applications.Contracts;
using Integral.Applications.Data;

namespace Integral.Applications.Ranks;

/// <summary>One application in its place.</summary>
/// <param name="At">Its place with the reason.</param>
internal sealed record RankedRow(RankedPlace At, string Name, ApplicationStatus Status);

/// <param name="Next">The cursor of the next part; null on the last.</param>
internal sealed record RankedPage(IReadOnlyList<RankedRow> Rows, string? Next);

/// <summary>
/// The order in which applications are called: by the rules of what they are for, where there are some, else by their numbers. Nothing of it is kept: it is made anew of
/// what was sent, each time the same.
/// </summary>
internal sealed class RankBook(Db db, KnownOpenings openings, TimeProvider clock)
{
    public static readonly Sentence Decided = T.Say("Something was decided by this order already: the rules stay as they are.");

    /// <summary>What one applies for.</summary>
    /// <exception cref="NotFoundException">There is none here.</exception>
    public async Task<Opening> OpeningAsync(Guid id) => await openings.FindAsync(db, db.Tenant, id) ?? throw new NotFoundException();

    /// <summary>The rules; null where there are none.</summary>
    public Task<RankRules?> FindAsync(Guid of) => db.RankRules.AsNoTracking().FirstOrDefaultAsync(r => r.ForId == of);

    /// <summary>Nothing was decided yet.</summary>
    public async Task<bool> MayBeChangedAsync(Guid of) => !await db.Applications.AnyAsync(a => a.ForId == of && (a.PersonId != null || a.Status != ApplicationStatus.Sent && a.Status != ApplicationStatus.Asked && a.Status != ApplicationStatus.Withdrawn));

    /// <summary>Says the rules of something for which one can apply; none takes them away.</summary>
    /// <param name="seen">The version that was looked at, 0 where there were none; null where a program says that any will do.</param>
    /// <exception cref="RuleException">One of them can't be so, or something was decided already.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else has said others since.</exception>
    public Task<RankRules> SayAsync(Guid of, IReadOnlyList<Criterion> rules, int? seen) => db.WriteAsync(async () =>
    {
        Rule.Require(await MayBeChangedAsync(of), Decided);
        var said = await db.RankRules.FirstOrDefaultAsync(r => r.ForId == of);
        if (seen is not null && seen != (said?.Version ?? 0)) throw new DbUpdateConcurrencyException();
        if (said is null) db.Add(said = new() { ForId = of });
        said.Say(rules, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync();
        return said;
    });

    /// <summary>All for it that weren't refused or withdrawn, in their order by these rules.</summary>
    public async Task<IReadOnlyList<RankedRow>> OrderAsync(Guid of, IReadOnlyList<Criterion> rules)
    {
        var all = (await Known(db.Applications.Where(a => a.ForId == of && a.Claim != null)).ToListAsync()).ToDictionary(a => a.Id);
        return [.. Ranking.Of(all.Values.Select(Facts), rules).Select(p => new RankedRow(p, all[p.Id].Name, all[p.Id].Status))];
    }

    /// <summary>A part of that by the rules that are kept.</summary>
    /// <param name="after">The last place of the part before.</param>
    public async Task<RankedPage> PageAsync(Guid of, string? after, int size)
    {
        var skipped = int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var said) ? said : 0;
        var all = await OrderAsync(of, (await FindAsync(of))?.Read() ?? []);
        return new([.. all.Skip(skipped).Take(size)], all.Count > (long)skipped + size ? $"{skipped + size}" : null);
    }

    /// <summary>Who waits for a seat and is the first; null where nobody does.</summary>
    public static async Task<(Guid Id, int Number)?> FirstWaitingAsync(Db db, Guid of)
    {
        var waiting = Waiting(db, of);
        if (await RulesAsync(db, of) is not { Count: > 0 } rules) return await waiting.OrderBy(a => a.Number).Select(a => new { a.Id, a.Number }).FirstOrDefaultAsync() is { } first ? (first.Id, first.Number) : null;
        return Ranking.Of((await Known(waiting).ToListAsync()).Select(k => Facts(db, k)), rules) is [var place, ..] ? (place.Id, place.Number) : null;
    }

    /// <summary>Somebody waits for a seat, whoever is the first.</summary>
    public static Task<bool> AnyWaitsAsync(Db db, Guid of) => Waiting(db, of).AnyAsync();

    /// <summary>Somebody else waits for a seat and comes before this one.</summary>
    public static async Task<bool> IsBehindAsync(Db db, Application one)
    {
        var (of, number, id) = (one.ForId, one.Number, one.Id);
        if (await RulesAsync(db, of) is not { Count: > 0 } rules) return await Waiting(db, of).AnyAsync(a => a.Number < number);
        var known = await Known(db.Applications.Where(a => a.Id == id || a.ForId == of && a.Status == ApplicationStatus.Waiting && a.PersonId == null)).ToListAsync();
        return Ranking.Of(known.Select(k => Facts(db, k)), rules)[0].Id != id;
    }

    private static IQueryable<Application> Waiting(Db db, Guid of) => db.Applications.Where(a => a.ForId == of && a.Status == ApplicationStatus.Waiting && a.PersonId == null);

    private static async Task<IReadOnlyList<Criterion>?> RulesAsync(Db db, Guid of) => (await db.RankRules.AsNoTracking().FirstOrDefaultAsync(r => r.ForId == of))?.Read();

    private static IQueryable<KnownApplication> Known(IQueryable<Application> applications) =>
        applications.AsNoTracking().Select(a => new KnownApplication(a.Id, a.Number, a.FamilyName, a.GivenName, a.Patronymic, a.ListId, a.SenderId, a.BornOn, a.SentAt, a.Status));

    private RankedFacts Facts(KnownApplication one) => Facts(db, one);
    private static RankedFacts Facts(Db db, KnownApplication one) => RankedFacts.Of(one.Id, one.Number, one.ListId, one.SenderId, one.BornOn, db.Tenant.Zone.DayOf(one.SentAt));

    private sealed record KnownApplication(Guid Id, int Number, string FamilyName, string GivenName, string? Patronymic, Guid? ListId, Guid? SenderId, DateOnly? BornOn, DateTime SentAt, ApplicationStatus Status)
    {
        public string Name => string.Join(' ', new[] { FamilyName, GivenName, Patronymic }.Where(p => !string.IsNullOrEmpty(p)));
    }
}
