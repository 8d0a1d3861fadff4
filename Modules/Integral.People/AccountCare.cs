namespace Integral.People;

/// <summary>What an administrator does for the accounts of this institution: a new password, a block, an end to forgotten sign-ins.</summary>
internal sealed class AccountCare(HostDb host, HashQueue hashes, Delegation delegation, HostChanges changes, Members members, Current current, TimeProvider clock)
{
    /// <summary>Issues a new first password; the old one and every sign-in end.</summary>
    public async Task<Slip> ResetAsync(Member member)
    {
        var (_, account) = member.RequireAccount();
        await RequireOverAsync(account);
        var password = FirstPasswords.New();
        var hash = await hashes.HashAsync(account, password);
        await host.WriteAsync(async () =>
        {
            account.Receive(hash, mustChange: true);
            await changes.EndSessionsAsync(account.Id, "PasswordReset");
            await host.SaveChangesAsync();
        });
        return new(member.Id, member.Name, account.UserName!, password);
    }

    public async Task BlockAsync(Member member)
    {
        var (_, account) = member.RequireAccount();
        Rule.Require(account.Id != current.Account!.AccountId, "You can't block yourself. Ask another administrator.");
        var everywhere = await RequireOverAsync(account);
        await changes.ApplyAsync([.. everywhere.Select(m => m.TenantId)], async () =>
        {
            account.Block(clock.GetUtcNow().UtcDateTime);
            await changes.EndSessionsAsync(account.Id, "Blocked");
        });
    }

    public async Task UnblockAsync(Member member)
    {
        var (_, account) = member.RequireAccount();
        await RequireOverAsync(account);
        account.Unblock();
        await host.SaveChangesAsync();
    }

    /// <param name="session">One of the account's; null for all of them.</param>
    public async Task EndSessionsAsync(Member member, Guid? session)
    {
        var (_, account) = member.RequireAccount();
        await RequireOverAsync(account);
        await host.WriteAsync(async () =>
        {
            if (session is null) await changes.EndSessionsAsync(account.Id, "SessionsEnded");
            else await host.Sessions.Where(s => s.AccountId == account.Id && s.Id == session).ExecuteDeleteAsync();
            await host.SaveChangesAsync();
        });
    }

    /// <summary>Is this account the institution's own, and not above the signed-in person?</summary>
    public async Task<bool> IsOursAsync(Member member)
    {
        if (member.Account is null) return false;
        var authority = await delegation.OfActorAsync();
        return (await members.MembershipsOfAsync(member.Account.Id)).All(m => authority.IsAtOrBelow(m) && authority.IsOver(m));
    }

    private async Task<List<Membership>> RequireOverAsync(Account account)
    {
        var memberships = await members.MembershipsOfAsync(account.Id);
        (await delegation.OfActorAsync()).RequireOverAccount(memberships);
        return memberships;
    }
}
