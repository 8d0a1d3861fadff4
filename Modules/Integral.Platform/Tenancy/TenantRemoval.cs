using Integral.Platform.Audit;
using Integral.Platform.Data;
using Integral.Platform.Localization;
using Integral.Platform.Security;

namespace Integral.Platform.Tenancy;

/// <summary>Takes a tenant away: switched off, put into an archive, removed. A failure in between leaves it switched off with its data.</summary>
public sealed class TenantRemoval
{
    // Other processes read the catalogue once a second and let go of what isn't running.
    private static readonly TimeSpan LettingGo = TimeSpan.FromSeconds(1.5);

    private readonly TenantChanges changes;
    private readonly Catalogue catalogue;
    private readonly TenantStorage storage;
    private readonly TenantArchive archive;
    private readonly Func<HostDb> open;
    private readonly Rights rights;
    private readonly Trail trail;

    internal TenantRemoval(TenantChanges changes, Catalogue catalogue, TenantStorage storage, TenantArchive archive, Func<HostDb> open, Rights rights, Trail trail) =>
        (this.changes, this.catalogue, this.storage, this.archive, this.open, this.rights, this.trail) = (changes, catalogue, storage, archive, open, rights, trail);

    /// <returns>The path of the archive.</returns>
    /// <exception cref="RuleException">It is the root, others stand under it, or its data are still being used.</exception>
    public async Task<string> RemoveAsync(Guid id, long? version = null, CancellationToken cancel = default)
    {
        var tenant = await changes.ChangeAsync(id, version, row => Close(row));
        await Task.Delay(LettingGo, cancel);
        await storage.ReleaseAsync(tenant, cancel);
        var file = await archive.WriteAsync(tenant, cancel);
        await NoteAsync(tenant, file);
        await storage.RemoveAsync(tenant);
        await catalogue.RefreshAsync(cancel);
        return file;
    }

    private void Close(Tenant tenant)
    {
        Rule.Require(!tenant.IsRoot, "The root institution can't be removed: all others stand under it.");
        rights.RequireFromAbove(tenant.Id);
        var below = catalogue.All.Where(t => t.ParentId == tenant.Id).Select(t => t.Name).Order(NaturalOrder.Instance).ToList();
        Rule.Require(below.Count == 0, below.Count <= 5
            ? T.Say("Others stand under '{0}': {1}. Move or remove them first.", tenant.Name, string.Join(", ", below))
            : T.Say("Others stand under '{0}': {1} and {2} more. Move or remove them first.", tenant.Name, string.Join(", ", below.Take(5)), below.Count - 5));
        tenant.Disable();
    }

    private async Task NoteAsync(Tenant tenant, string file)
    {
        await using var host = open();
        host.Add(AuditEntry.Of(trail, "Removed", nameof(Tenant), $"{tenant.Id}", Json.Write(new { tenant.Name, tenant.Path, archive = Path.GetFileName(file) }), tenant.Id));
        await host.SaveChangesAsync();
    }
}
