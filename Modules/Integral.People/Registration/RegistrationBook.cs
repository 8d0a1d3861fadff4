using Integral.People.Contracts;
using Integral.People.Data;
using Integral.People.Merging;
using Integral.Platform.Audit;

namespace Integral.People.Registration;

/// <summary>Somebody who has registered.</summary>
/// <param name="Alike">Records that may be the same person.</param>
internal sealed record RegistrationRow(SelfRegistration Of, string Name, DateOnly? BornOn, AccountState State, IReadOnlyList<Alike> Alike);

/// <param name="Next">The cursor of the next part; null on the last.</param>
internal sealed record RegistrationPage(IReadOnlyList<RegistrationRow> Rows, string? Next);

/// <param name="Next">The cursor of the next part; null on the last.</param>
internal sealed record OrganisationRegistrationPage(IReadOnlyList<OrganisationRegistration> Rows, string? Next);

/// <summary>Who has registered, the latest first: as many statements for fifty as for one.</summary>
internal sealed class RegistrationBook(Db db, HostDb host, Current current, TimeProvider clock)
{
    public const int PageSize = 50;

    private const int MostHinted = 200;

    /// <param name="unseen">Only those at whom nobody has looked.</param>
    /// <param name="after">The cursor.</param>
    public async Task<RegistrationPage> PageAsync(bool unseen, string? after, int size = PageSize)
    {
        var people = db.People;
        var found = db.SelfRegistrations.AsNoTracking().Where(r => people.Any(p => p.Id == r.PersonId));
        if (unseen) found = found.Where(r => r.CheckedAt == null);
        if (Guid.TryParseExact(after, "N", out var last)) found = found.Where(r => r.Id < last);
        var rows = await found.OrderByDescending(r => r.Id).Take(size + 1).ToListAsync();
        var shown = rows.Take(size).ToList();
        var ids = shown.Select(r => r.PersonId).Distinct().ToArray();
        var named = await people.AsNoTracking().Where(p => EF.Parameter(ids).Contains(p.Id)).ToDictionaryAsync(p => p.Id);
        var (states, alike) = (await StatesAsync(ids), await AlikeAsync([.. named.Values]));
        return new([.. shown.Where(r => named.ContainsKey(r.PersonId)).Select(r => new RegistrationRow(r, named[r.PersonId].FullName, named[r.PersonId].BornOn, states.GetValueOrDefault(r.PersonId, AccountState.None), [.. alike[r.PersonId]]))],
            rows.Count > size ? $"{shown[^1].Id:N}" : null);
    }

    public Task<int> CountUnseenAsync()
    {
        var people = db.People;
        return db.SelfRegistrations.CountAsync(r => r.CheckedAt == null && people.Any(p => p.Id == r.PersonId));
    }

    /// <exception cref="NotFoundException">Nobody has registered so.</exception>
    public Task<SelfRegistration> FindAsync(Guid id) => db.SelfRegistrations.SingleOr404Async(r => r.Id == id);

    /// <summary>Registrations of organisations whose e-mail is confirmed.</summary>
    public async Task<OrganisationRegistrationPage> OrganisationsAsync(RegistrationState? state, string? after, int size = PageSize)
    {
        var found = db.OrganisationRegistrations.AsNoTracking().Where(r => r.State != RegistrationState.Unconfirmed);
        if (state is { } wanted) found = found.Where(r => r.State == wanted);
        if (Guid.TryParseExact(after, "N", out var last)) found = found.Where(r => r.Id < last);
        var rows = await found.OrderByDescending(r => r.Id).Take(size + 1).ToListAsync();
        return rows.Count > size ? new(rows[..size], $"{rows[size - 1].Id:N}") : new(rows, null);
    }

    /// <exception cref="NotFoundException">There is none, or nobody has confirmed its e-mail.</exception>
    public Task<OrganisationRegistration> OrganisationAsync(Guid id) => db.OrganisationRegistrations.AsNoTracking().SingleOr404Async(r => r.Id == id && r.State != RegistrationState.Unconfirmed);

    private async Task<Dictionary<Guid, AccountState>> StatesAsync(Guid[] persons)
    {
        var (here, today) = (current.Tenant, current.Tenant.Zone.DayOf(clock.GetUtcNow().UtcDateTime));
        var held = await (from m in host.Memberships.AsNoTracking()
                          where m.TenantId == here.Id && m.PersonId != null && EF.Parameter(persons).Contains(m.PersonId.Value)
                          join a in host.Users.AsNoTracking() on m.AccountId equals a.Id
                          select new { Membership = m, a.BlockedAt, a.MustChangePassword }).ToListAsync();
        return held.GroupBy(h => h.Membership.PersonId!.Value).ToDictionary(g => g.Key, g => AccountStates.Of(g.First().Membership, g.First().BlockedAt, g.First().MustChangePassword, today));
    }

    // Nobody has said that they are two.
    private async Task<ILookup<Guid, Alike>> AlikeAsync(IReadOnlyList<Person> news)
    {
        var (names, emails, ids) = (news.Select(p => p.NameKey).ToArray(), news.Select(p => p.EmailKey).OfType<string>().ToArray(), news.Select(p => p.Id).ToArray());
        var others = await db.People.AsNoTracking().Where(p => p.BornOn != null && EF.Parameter(names).Contains(p.NameKey) || p.EmailKey != null && EF.Parameter(emails).Contains(p.EmailKey)).OrderBy(p => p.Id).Take(MostHinted).ToListAsync();
        var apart = (await db.ToldApart.AsNoTracking().Where(t => EF.Parameter(ids).Contains(t.FirstId) || EF.Parameter(ids).Contains(t.SecondId)).ToListAsync()).SelectMany(t => new[] { (t.FirstId, t.SecondId), (t.SecondId, t.FirstId) }).ToHashSet();
        return news.SelectMany(n => others.Where(o => o.Id != n.Id && !apart.Contains((n.Id, o.Id))).Select(o => new Alike(n, o, Likenesses.Between(n, o)))).Where(a => a.Because.Count > 0).ToLookup(a => a.One.Id);
    }
}

/// <summary>What staff do with those who have registered, for the screen and the API alike.</summary>
internal sealed class RegistrationDesk(Db db, RegistrationBook book, Members members, AccountCare care, Trail trail)
{
    /// <summary>It is who it says. Said again it changes nothing.</summary>
    public async Task CheckAsync(Guid id)
    {
        (await book.FindAsync(id)).Check(trail.Who, trail.Now);
        await db.SaveChangesAsync();
    }

    /// <summary>It isn't, or shouldn't be here: the account is shut, and the e-mail can't be used to register again.</summary>
    /// <exception cref="RuleException">The account may do more than whoever blocks it, or belongs to another institution too.</exception>
    public async Task BlockAsync(Guid id) => await care.BlockAsync(await members.FindAsync((await book.FindAsync(id)).PersonId));

    /// <summary>Who may register from now on.</summary>
    public async Task OpenAsync(RegistrationSettings wanted)
    {
        await wanted.PutAsync(db);
        await db.SaveChangesAsync();
    }
}
