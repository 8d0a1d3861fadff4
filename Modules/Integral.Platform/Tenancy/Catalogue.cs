using System.Collections.Concurrent;
using Integral.Platform.Data;
using Integral.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Tenancy;

/// <summary>All tenants and role definitions as this node last read them. Reading it costs no query.</summary>
public sealed class Catalogue : IDisposable
{
    private readonly Databases databases;
    private readonly TimeProvider clock;
    private readonly SemaphoreSlim reading = new(1, 1);
    private volatile CatalogueSnapshot now = CatalogueSnapshot.Empty;

    internal Catalogue(Databases databases, TimeProvider clock) => (this.databases, this.clock) = (databases, clock);

    internal CatalogueSnapshot Now => now;

    public Tenant? Root => now.ByPath.GetValueOrDefault("");
    /// <summary>Every tenant that can be seen; not those that are just being made.</summary>
    public IReadOnlyCollection<Tenant> All => now.ByPath.Values;
    public Tenant? At(string path) => now.ByPath.GetValueOrDefault(path);
    public Tenant? OfHost(string host) => now.ByHost.GetValueOrDefault(host);
    public Tenant? Of(Guid id) => now.ById.GetValueOrDefault(id);
    public IReadOnlyList<Tenant> Children(Tenant parent) => now.Children.TryGetValue(parent.Id, out var children) ? children : [];

    /// <summary>The tenant itself, its parent, and so on to the root.</summary>
    public IEnumerable<Tenant> UpFrom(Tenant tenant)
    {
        for (Tenant? t = tenant; t is not null; t = t.ParentId is { } parent ? Of(parent) : null) yield return t;
    }

    /// <summary>All tenants under this one, at any depth.</summary>
    public IEnumerable<Tenant> Below(Tenant tenant) => Children(tenant).SelectMany(child => Below(child).Prepend(child));

    public bool IsAtOrBelow(Tenant tenant, Guid ancestor) => UpFrom(tenant).Any(t => t.Id == ancestor);

    /// <summary>Reads what changed since the last time, for whoever has just changed something. Cheap when nothing did: one row.</summary>
    public async Task RefreshAsync(CancellationToken cancel = default)
    {
        await reading.WaitAsync(cancel);
        try
        {
            await using var host = databases.OpenHost("catalogue", clock);
            var number = await host.Numbers.AsNoTracking().Select(n => n.Value).SingleOrDefaultAsync(cancel);
            if (number == now.Number) return;
            var known = now.Number;
            var tenants = await host.Tenants.AsNoTracking().Where(t => t.Version > known).ToListAsync(cancel);
            var roles = await host.Roles.AsNoTracking().Where(r => r.Version > known).ToListAsync(cancel);
            now = now.With(number, tenants, roles);
        }
        finally { reading.Release(); }
    }

    public void Dispose() => reading.Dispose();
}

/// <summary>The catalogue at one number; never changed, only replaced.</summary>
internal sealed class CatalogueSnapshot
{
    public static readonly CatalogueSnapshot Empty = new(0, [], []);

    private CatalogueSnapshot(long number, Dictionary<Guid, Tenant> tenants, Dictionary<(Guid, string), RoleDefinition> roles)
    {
        (Number, ById, Roles) = (number, tenants, roles);
        var visible = tenants.Values.Where(t => t.State is not TenantState.Creating).ToList();
        ByPath = visible.ToDictionary(t => t.Path, StringComparer.OrdinalIgnoreCase);
        ByHost = visible.SelectMany(t => t.Hosts.Select(h => (h, t))).DistinctBy(x => x.h, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(x => x.h, x => x.t, StringComparer.OrdinalIgnoreCase);
        Children = visible.Where(t => t.ParentId is not null).GroupBy(t => t.ParentId!.Value)
            .ToDictionary(g => g.Key, g => (IReadOnlyList<Tenant>)[.. g.OrderBy(t => t.Name, NaturalOrder.Instance)]);
    }

    public long Number { get; }
    public Dictionary<Guid, Tenant> ById { get; }
    public Dictionary<string, Tenant> ByPath { get; }
    public Dictionary<string, Tenant> ByHost { get; }
    public Dictionary<Guid, IReadOnlyList<Tenant>> Children { get; }
    public Dictionary<(Guid Tenant, string Name), RoleDefinition> Roles { get; }

    /// <summary>Permissions of role lists already worked out at this number.</summary>
    public ConcurrentDictionary<(Guid Tenant, string Roles), IReadOnlySet<string>> Permissions { get; } = new();

    public CatalogueSnapshot With(long number, List<Tenant> tenants, List<RoleDefinition> roles)
    {
        var byId = new Dictionary<Guid, Tenant>(ById);
        foreach (var tenant in tenants)
        {
            if (tenant.State == TenantState.Removed) byId.Remove(tenant.Id);
            else byId[tenant.Id] = tenant;
        }
        var byName = new Dictionary<(Guid, string), RoleDefinition>(Roles);
        foreach (var role in roles)
        {
            if (role.IsDeleted) byName.Remove((role.TenantId, role.Name));
            else byName[(role.TenantId, role.Name)] = role;
        }
        return new(number, byId, byName);
    }
}
