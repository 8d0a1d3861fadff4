using Integral.People.Contracts;
using Integral.People.Data;
using Integral.People.Import;
using Integral.Platform.Audit;
using Integral.Platform.Changes;

namespace Integral.People.Merging;

/// <summary>What is asked for: which record goes on, and whose values win.</summary>
/// <param name="Kept">The record that goes on.</param>
/// <param name="Other">The one that ends.</param>
/// <param name="Take">Fields whose value is the other one's.</param>
/// <param name="Seen">The versions of both that somebody has looked at; null where a program doesn't say.</param>
internal sealed record Merge(Guid Kept, Guid Other, IReadOnlyCollection<PersonField> Take, (int Kept, int Other)? Seen = null);

/// <summary>
/// Makes one record of two: what modules keep about the other follows in one transaction, then its account in the host's. The other record stays in the bin and
/// points to the one that goes on. A mass action: undoing it puts all back.
/// </summary>
internal sealed class PersonMerging(Db db, HostDb host, MovedReferences references, ChangeSets changes, HostChanges hostChanges, Delegation delegation, Trail trail)
{
    private DateOnly Today => db.Tenant.Zone.DayOf(trail.Now);

    /// <returns>By which it can be undone for a day.</returns>
    /// <exception cref="NotFoundException">One of them isn't here.</exception>
    /// <exception cref="RuleException">They can't be one person, or were merged a moment ago.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody changed one of them since.</exception>
    public async Task<Guid> MergeAsync(Merge wanted)
    {
        var take = Cards.Checked(wanted.Take);
        await RequireAccountMayFollowAsync(wanted);
        var name = (await db.People.AsNoTracking().SingleOr404Async(p => p.Id == wanted.Kept)).FullName;
        using var set = await changes.BeginAsync(T.Say("Two records of one person merged: {0}", name), PeopleModule.Manage);
        await db.WriteAsync(() => MergeAsync(wanted, take));
        await FollowAsync(wanted.Other, wanted.Kept);
        await MoveLateAsync(wanted.Other, wanted.Kept);
        return set.Id;
    }

    /// <summary>Goes on with a merge between whose two halves the server stopped.</summary>
    /// <exception cref="NotFoundException">The one wasn't merged into the other.</exception>
    /// <exception cref="RuleException">The other one has got an account since, or the one that would follow may do more by now.</exception>
    public async Task FinishAsync(Guid kept, Guid other)
    {
        if (!await db.People.IgnoreQueryFilters().AnyAsync(p => p.Id == other && p.MergedIntoId == kept)) throw new NotFoundException();
        await RequireAccountMayFollowAsync(new(kept, other, []));
        await MoveLateAsync(other, kept);
        await FollowAsync(other, kept);
    }

    // Who was about to write of the other record meanwhile had to wait, and has written then.
    private Task MoveLateAsync(Guid other, Guid kept) => db.WriteAsync(async () =>
    {
        await LockAsync(other, kept);
        await references.MoveAsync(other, kept);
        await db.SaveChangesAsync();
    });

    private async Task MergeAsync(Merge wanted, IReadOnlySet<PersonField> take)
    {
        var (kept, other) = await BothAsync(wanted);
        await references.MoveAsync(other.Id, kept.Id);
        var taken = take.Select(f => (Field: f, Value: Cards.Value(other, f))).Where(f => f.Value is not null).ToDictionary(f => f.Field, f => f.Value!);     // nobody's name becomes nothing
        var said = Json.Write(new { Kept = kept.FullName, Merged = other.FullName });
        var (born, code) = (taken.ContainsKey(PersonField.BornOn) ? other.BornOn : kept.BornOn, Chosen(PersonField.Code, kept.Code));
        other.GoInto(kept.Id, taken.ContainsKey(PersonField.Code), trail.Now, trail.AccountId);
        foreach (var before in await db.People.IgnoreQueryFilters().Where(p => p.MergedIntoId == other.Id).ToListAsync()) before.Follow(kept.Id);
        foreach (var one in new[] { kept.Id, other.Id }) db.Add(AuditEntry.Of(trail, "Merged", nameof(Person), $"{one}", said));
        await db.SaveChangesAsync();        // first: its code is free for the other
        kept.Call(new(Chosen(PersonField.FamilyName, kept.FamilyName) ?? "", Chosen(PersonField.GivenName, kept.GivenName) ?? "", Chosen(PersonField.Patronymic, kept.Patronymic)), db.Tenant.Culture);
        kept.Reach(Chosen(PersonField.Email, kept.Email), Chosen(PersonField.Phone, kept.Phone));
        kept.Identify(code, born, Today);
        if (kept.PhotoName is null && other.PhotoName is not null) kept.Picture(other.PhotoName, other.PhotoType);
        await db.SaveChangesAsync();

        string? Chosen(PersonField field, string? own) => taken.GetValueOrDefault(field) ?? own;
    }

    // The rows themselves are the locks, in one order, and stronger ones than an update's: what somebody is just writing that refers to one of them is waited for, and waits.
    // On SQLite there is one writer anyway.
    private async Task LockAsync(Guid other, Guid kept)
    {
        await references.LockAsync(other, kept);
        Guid[] ids = [other, kept];
        if (db.Database.IsNpgsql()) await db.People.FromSql($"""SELECT * FROM people WHERE "Id" = ANY({ids}) ORDER BY "Id" FOR UPDATE""").IgnoreQueryFilters().AsNoTracking().ToListAsync();
    }

    // Of two who merge the same records at once the second one sees what the first has done.
    private async Task<(Person Kept, Person Other)> BothAsync(Merge wanted)
    {
        if (wanted.Kept == wanted.Other) throw new NotFoundException();
        await LockAsync(wanted.Other, wanted.Kept);
        var both = await db.People.IgnoreQueryFilters().Where(p => p.Id == wanted.Kept || p.Id == wanted.Other).ToDictionaryAsync(p => p.Id);
        if (both.Count < 2) throw new NotFoundException();
        var (kept, other) = (both[wanted.Kept], both[wanted.Other]);
        Rule.Require(kept.MergedIntoId != other.Id && other.MergedIntoId != kept.Id, "These two records were merged already.");
        if (kept.DeletedAt is not null || other.DeletedAt is not null) throw new NotFoundException();
        if (wanted.Seen is { } seen && seen != (kept.Version, other.Version)) throw new DbUpdateConcurrencyException();
        return (kept, other);
    }

    private async Task RequireAccountMayFollowAsync(Merge wanted)
    {
        var (here, kept, other) = (db.Tenant.Id, wanted.Kept, wanted.Other);
        var members = await host.Memberships.AsNoTracking().Where(m => m.TenantId == here && (m.PersonId == kept || m.PersonId == other)).ToListAsync();
        Rule.Require(members.Select(m => m.PersonId).Distinct().Count() < 2, MergeBook.TwoAccounts);
        var authority = await delegation.OfActorAsync();
        foreach (var one in members.Where(m => m.PersonId == other)) authority.RequireOver(one);
    }

    // Every step can be done again: whoever has followed already stays where they are.
    private async Task FollowAsync(Guid other, Guid kept)
    {
        var here = db.Tenant.Id;
        if (!await host.Memberships.AnyAsync(m => m.TenantId == here && m.PersonId == other) && !await host.Invitations.AnyAsync(i => i.TenantId == here && i.PersonId == other && i.UsedAt == null)) return;
        await hostChanges.ApplyAsync([here], async () =>
        {
            foreach (var one in await host.Memberships.Where(m => m.TenantId == here && m.PersonId == other).ToListAsync()) one.PersonId = kept;
            // One person has one account: to who has one an invitation would give another.
            var isMember = await host.Memberships.AnyAsync(m => m.TenantId == here && (m.PersonId == other || m.PersonId == kept));
            var open = await host.Invitations.Where(i => i.TenantId == here && (i.PersonId == other || i.PersonId == kept) && i.UsedAt == null).ToListAsync();
            foreach (var one in open) one.PersonId = kept;
            foreach (var one in open.OrderByDescending(i => i.ExpiresAt).Skip(isMember ? 0 : 1)) one.UsedAt = trail.Now;
        });
    }
}
