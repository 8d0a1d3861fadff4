using Integral.Platform.Audit;

namespace Integral.People;

/// <summary>Changes of who may enter, each one transaction in the host's database that can't leave an institution without an administrator.</summary>
internal sealed class HostChanges(HostDb host, RoleBook book, Catalogue catalogue, Trail trail)
{
    /// <param name="tenants">The institutions whose administrators the change may touch.</param>
    public Task ApplyAsync(IReadOnlyCollection<Guid> tenants, Func<Task> change) => host.WriteAsync(async () =>
    {
        await LastAdministrator.TakeTurnAsync(host, tenants);
        var before = await AdministeredAsync(tenants);
        await change();
        await host.SaveChangesAsync();
        LastAdministrator.Require(before, await AdministeredAsync(tenants));
    });

    /// <summary>Ends all sign-ins and tokens of an account at once. Inside a change.</summary>
    public async Task EndSessionsAsync(Guid account, string action)
    {
        var ended = await host.Sessions.Where(s => s.AccountId == account).ExecuteDeleteAsync();
        host.Add(AuditEntry.Of(trail, action, nameof(Account), $"{account}", Json.Write(new { SessionsEnded = ended })));
    }

    private Task<HashSet<Guid>> AdministeredAsync(IReadOnlyCollection<Guid> tenants) =>
        LastAdministrator.AdministeredAsync(host, catalogue, tenants, trail.Now,
            (tenant, roles) => book.Permissions(tenant, roles).Contains(PeopleModule.Manage));
}
