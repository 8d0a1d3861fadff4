namespace Integral.People;

/// <summary>What the signed-in person may pass on: nobody gives, takes or takes over more than they have themselves (abuse case A20).</summary>
internal sealed class Delegation(HostDb host, Current current, RoleBook book, Catalogue catalogue, TimeProvider clock)
{
    /// <summary>A verb acts for whoever may start the server; everybody else by their memberships.</summary>
    public async Task<Authority> OfActorAsync()
    {
        if (current.IsOperator) return new(current.Tenant, [], book, catalogue) { IsOperator = true };
        var actor = current.Account!.AccountId;
        var now = clock.GetUtcNow().UtcDateTime;
        var own = await host.Memberships.AsNoTracking().Where(m => m.AccountId == actor).ToListAsync();
        return new(current.Tenant, [.. own.Where(m => catalogue.Of(m.TenantId) is { } where && m.IsValidOn(where.Zone.DayOf(now)))], book, catalogue);
    }
}

/// <summary>One account's rights, as a measure of what it may do to others.</summary>
internal sealed class Authority(Tenant here, IReadOnlyList<Membership> own, RoleBook book, Catalogue catalogue)
{
    /// <summary>There is nothing they may not pass on.</summary>
    public bool IsOperator { get; init; }

    /// <summary>May this role be given here?</summary>
    public bool MayGive(Role role) => IsOperator || role.Permissions.IsSubsetOf(At(here));

    public bool ReachesBelow => IsOperator || own.Any(m => m.Reach == Reach.HereAndBelow && catalogue.IsAtOrBelow(here, m.TenantId));

    /// <exception cref="RuleException">It is more than one may give.</exception>
    public void RequireMayGive(Standing standing)
    {
        standing.Check();
        Rule.Require(standing.Reach == Reach.Here || ReachesBelow, "You can't give rights in the institutions below: you have none there yourself.", "Reach");
        foreach (var name in standing.Roles)
        {
            var role = book.Find(here, name);
            Rule.Require(role is not null, T.Say("There is no role '{0}' here.", name), "Roles");
            var enough = IsOperator || role.Permissions.IsSubsetOf(standing.Reach == Reach.Here ? At(here) : Below(here));
            Rule.Require(enough, T.Say("You can't give the role '{0}': it permits more than you may do yourself.", new Sentence(role.Title)), "Roles");
        }
    }

    /// <exception cref="RuleException">The membership permits more than one may do oneself.</exception>
    public void RequireOver(Membership membership) =>
        Rule.Require(IsOver(membership), "You can't do this to somebody who may do more than you.");

    /// <summary>Whoever takes an account over gets all that it may do anywhere.</summary>
    /// <exception cref="RuleException">The account isn't this institution's alone, or may do more.</exception>
    public void RequireOverAccount(IReadOnlyCollection<Membership> memberships)
    {
        Rule.Require(memberships.All(IsAtOrBelow), "This account is also used in another institution, so only its owner or that institution's superior can do this.");
        Rule.Require(memberships.All(IsOver), "You can't do this to somebody who may do more than you.");
    }

    // A removed institution's memberships open nothing any more.
    public bool IsAtOrBelow(Membership membership) => catalogue.Of(membership.TenantId) is not { } tenant || catalogue.IsAtOrBelow(tenant, here.Id);

    public bool IsOver(Membership membership)
    {
        if (IsOperator || catalogue.Of(membership.TenantId) is not { } tenant) return true;
        var theirs = book.Permissions(tenant, membership.Roles);
        return theirs.IsSubsetOf(membership.Reach == Reach.Here ? At(tenant) : Below(tenant));
    }

    private HashSet<string> At(Tenant tenant) =>
        [.. own.Where(m => m.TenantId == tenant.Id || m.Reach == Reach.HereAndBelow && catalogue.IsAtOrBelow(tenant, m.TenantId)).SelectMany(Permissions)];

    private HashSet<string> Below(Tenant tenant) =>
        [.. own.Where(m => m.Reach == Reach.HereAndBelow && catalogue.IsAtOrBelow(tenant, m.TenantId)).SelectMany(Permissions)];

    // A role from above means what it means there.
    private IReadOnlySet<string> Permissions(Membership m) => catalogue.Of(m.TenantId) is { } tenant ? book.Permissions(tenant, m.Roles) : new HashSet<string>();
}
