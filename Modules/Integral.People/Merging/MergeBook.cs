using Integral.People.Contracts;
using Integral.People.Data;

namespace Integral.People.Merging;

/// <summary>Reads what is to be known before two records are merged, and where a merged one went.</summary>
internal sealed class MergeBook(Db db, HostDb host, MovedReferences references)
{
    /// <summary>As many statements for a hundred groups and applications as for none.</summary>
    /// <exception cref="NotFoundException">One of them isn't here, or is in the bin.</exception>
    public async Task<MergePreview> PreviewAsync(Guid kept, Guid other)
    {
        if (kept == other) throw new NotFoundException();
        var people = await db.People.AsNoTracking().Where(p => p.Id == kept || p.Id == other).ToDictionaryAsync(p => p.Id);
        if (people.Count < 2) throw new NotFoundException();
        var logins = await LoginsAsync(kept, other);
        var (one, two) = (new MergeSide(people[kept], logins.GetValueOrDefault(kept)), new MergeSide(people[other], logins.GetValueOrDefault(other)));
        return new(one, two, Cards.Differences(one.Person, two.Person), await references.CountAsync(kept, other), Likenesses.Between(one.Person, two.Person), await HindranceAsync(one, two));
    }

    /// <summary>The record that goes on in the place of one that was merged; null for every other id.</summary>
    public Task<Guid?> SurvivorAsync(Guid id) => db.People.IgnoreQueryFilters().Where(p => p.Id == id).Select(p => p.MergedIntoId).FirstOrDefaultAsync();

    /// <summary>Records that were merged into this one, with the date.</summary>
    public Task<List<Person>> MergedAsync(Guid into) => db.People.IgnoreQueryFilters().AsNoTracking().Where(p => p.MergedIntoId == into).OrderBy(p => p.DeletedAt).ThenBy(p => p.Id).ToListAsync();

    /// <summary>The merged record whose account didn't follow, because the server stopped in between; null where nothing is left to do.</summary>
    public async Task<Guid?> UnfinishedAsync(IReadOnlyCollection<Person> merged)
    {
        var (here, ids) = (db.Tenant.Id, merged.Select(p => (Guid?)p.Id).ToList());
        return ids.Count == 0 ? null : await host.Memberships.Where(m => m.TenantId == here && EF.Parameter(ids).Contains(m.PersonId)).Select(m => m.PersonId).FirstOrDefaultAsync();
    }

    private async Task<Sentence?> HindranceAsync(MergeSide kept, MergeSide other)
    {
        if (kept.Login is not null && other.Login is not null) return TwoAccounts;
        return await Families.FamilyReferences.HindranceAsync(db, other.Person.Id, kept.Person.Id);
    }

    public static readonly Sentence TwoAccounts = T.Say("Both records have an account here, and one person has one. Remove one account from the institution first: its owner then signs in with the other.");

    private async Task<Dictionary<Guid, string>> LoginsAsync(Guid kept, Guid other)
    {
        var here = db.Tenant.Id;
        var found = await (from m in host.Memberships.AsNoTracking()
                           where m.TenantId == here && (m.PersonId == kept || m.PersonId == other)
                           join a in host.Users.AsNoTracking() on m.AccountId equals a.Id
                           select new { Person = m.PersonId!.Value, Login = a.UserName! }).ToListAsync();
        return found.GroupBy(f => f.Person).ToDictionary(g => g.Key, g => g.First().Login);
    }
}
