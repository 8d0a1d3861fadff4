using Integral.People.Data;
using Integral.People.Groups;

namespace Integral.People;

/// <summary>What stands on a person's card.</summary>
internal sealed record Card(PersonName Name, string? Email, string? Phone, string? Code, DateOnly? BornOn);

/// <summary>Changes what somebody is here, up to ending it.</summary>
internal sealed class Memberships(Db db, Delegation delegation, HostChanges changes, Current current, TimeProvider clock, HostDb host, GroupBook groups)
{
    public async Task ChangeAsync(Member member, Standing standing)
    {
        var (membership, _) = member.RequireAccount();
        var authority = await delegation.OfActorAsync();
        authority.RequireOver(membership);
        authority.RequireMayGive(standing);
        await changes.ApplyAsync([membership.TenantId], () =>
        {
            standing.Give(membership);
            return Task.CompletedTask;
        });
    }

    /// <summary>Ends the membership and every sign-in at once. The person's records stay: a journal goes on naming who left.</summary>
    public async Task RemoveAsync(Member member)
    {
        var (membership, account) = member.RequireAccount();
        Rule.Require(account.Id != current.Account!.AccountId, "You can't remove yourself. Ask another administrator.");
        (await delegation.OfActorAsync()).RequireOver(membership);
        await changes.ApplyAsync([membership.TenantId], async () =>
        {
            host.Remove(membership);
            await changes.EndSessionsAsync(account.Id, "Removed");
        });
    }

    public async Task WriteAsync(Member member, Card card)
    {
        Rule.Require(member.Person is not null, "This account has no person here.");
        member.Person.Call(card.Name, current.Tenant.Culture);
        member.Person.Reach(card.Email, card.Phone);
        member.Person.Identify(card.Code, card.BornOn, current.Tenant.Zone.DayOf(clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync();
    }

    /// <summary>Puts a person into the bin; <see cref="RestoreAsync"/> takes it out again.</summary>
    public async Task DeleteAsync(Member member)
    {
        Rule.Require(member.Membership is null, "Remove the account from here first.");
        var there = (await groups.OfPersonAsync(member.Person!.Id)).Find(g => g.LastOn is null || g.LastOn >= groups.Today);
        Rule.Require(there is null, T.Say("This person is in the group '{0}'. End that first.", $"{there?.Name}"));
        member.Person!.Delete(clock.GetUtcNow().UtcDateTime, current.Account!.AccountId);
        await db.SaveChangesAsync();
    }

    /// <exception cref="NotFoundException">Nobody of this id is in the bin; who was merged comes back by undoing that.</exception>
    public async Task RestoreAsync(Guid id)
    {
        var people = db.People.IgnoreQueryFilters();
        (await people.SingleOr404Async(p => p.Id == id && p.DeletedAt != null && p.MergedIntoId == null)).Restore();
        await db.SaveChangesAsync();
    }
}
