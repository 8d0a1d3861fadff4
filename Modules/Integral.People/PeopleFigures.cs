using Integral.Platform.Reporting;

namespace Integral.People;

/// <summary>How many people have an account with a role, by the kind of institution. Who belongs to two institutions counts in both.</summary>
internal sealed class PeopleByKind(HostDb host, Current current, TimeProvider clock) : Indicator
{
    public const string Name = "people.accounts";

    public override string Id => Name;
    public override Sentence Title => T.Say("People with an account, by kind of institution");
    public override Sentence Unit => T.Say("Number of people");
    public override string? ShownBy => TenantKindDimension;

    public override async Task<IReadOnlyList<Figure>?> CountAsync(CancellationToken cancel) =>
        [new(await host.Memberships.AsNoTracking().HoldingOn(clock.GetUtcNow(), current.Tenant).CountAsync(cancel), (TenantKindDimension, $"{current.Tenant.Kind}"))];
}

/// <summary>The same by their roles. Who has several roles counts in each.</summary>
internal sealed class PeopleByRole(HostDb host, Current current, RoleWords words, TimeProvider clock) : Indicator
{
    public override string Id => "people.roles";
    public override Sentence Title => T.Say("People with an account, by role");
    public override Sentence Unit => T.Say("Number of people");
    public override string? ShownBy => "role";

    public override Sentence Word(string group) => words.Title(current.Tenant, group);

    public override async Task<IReadOnlyList<Figure>?> CountAsync(CancellationToken cancel)
    {
        var given = await host.Memberships.AsNoTracking().HoldingOn(clock.GetUtcNow(), current.Tenant).Select(m => m.Roles).ToListAsync(cancel);
        return [.. given.SelectMany(roles => roles).CountBy(role => role).Select(r => new Figure(r.Value, (ShownBy!, r.Key)))];
    }
}
