using Integral.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Tenancy;

/// <summary>What the operator wants to see of a tenant beside its row.</summary>
/// <param name="Bytes">Size of its database file; null on PostgreSQL, where counting a tenant's share would read all tables.</param>
/// <param name="UsedAt">When somebody signed in last used it.</param>
public sealed record TenantFigure(long? Bytes, DateTime? UsedAt);

public sealed class TenantFigures
{
    private readonly HostDb host;
    private readonly DataFolder folder;
    private readonly Provider provider;

    internal TenantFigures(HostDb host, DataFolder folder, Provider provider) => (this.host, this.folder, this.provider) = (host, folder, provider);

    public async Task<IReadOnlyDictionary<Guid, TenantFigure>> OfAsync(IReadOnlyCollection<Guid> tenants, CancellationToken cancel = default)
    {
        var ids = tenants.ToList();
        var used = await host.Activity.AsNoTracking().Where(a => ids.Contains(a.TenantId)).ToDictionaryAsync(a => a.TenantId, a => a.UsedAt, cancel);
        return ids.Distinct().ToDictionary(id => id, id => new TenantFigure(Bytes(id), used.TryGetValue(id, out var at) ? at : null));
    }

    private long? Bytes(Guid id)
    {
        if (provider != Provider.Sqlite) return null;
        return new[] { "", "-wal" }.Select(part => new FileInfo(folder.Tenant(id) + part)).Where(f => f.Exists).Sum(f => f.Length);
    }
}
