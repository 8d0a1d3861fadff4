using System.Data.Common;
using Integral.Platform.Audit;
using Integral.Platform.Data;
using Integral.Platform.Jobs;
using Integral.Platform.Localization;
using Integral.Platform.Security;
using Integral.Platform.Sharing;
using Integral.Platform.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Backup;

/// <summary>The last step of a restoration: members, roles, and the row that is seen from now on, in one transaction of the host.</summary>
internal sealed class RestoredHost(Databases databases, FeatureSwitches switches, ILookupNormalizer normalizer, Trail trail)
{
    /// <returns>What is to be known of the members.</returns>
    /// <exception cref="RuleException">They don't fit together.</exception>
    public async Task<IReadOnlyList<Sentence>> OpenAsync(Tenant tenant, BackupFile backup, IReadOnlyList<Credential> credentials, CancellationToken cancel)
    {
        await using var host = databases.OpenHost(() => trail with { TenantId = tenant.Id });
        var members = new RestoredMembers(host, tenant, normalizer, credentials.ToDictionary(c => c.AccountId));
        try
        {
            await host.WriteAsync(async () =>
            {
                if (backup.Open(EntryNames.Members) is { } from)
                    await using (from) await members.AddAsync(from, cancel);
                await AddRolesAsync(host, tenant, backup, cancel);
                await SharingCatalogue.NoteAsync(host, tenant.Id, DueWork.Planned, trail.Now, cancel);
                await OfferAsync(host, tenant, backup, trail.Now, cancel);
                var row = await host.Tenants.SingleAsync(t => t.Id == tenant.Id, cancel);
                row.Open(switches.After(backup.Manifest.Tenant.Features, [], []), row.TimeZone, isOff: backup.Manifest.Tenant.IsOff && !row.IsRoot);
                row.Present(backup.Manifest.Tenant.Profile ?? "");
                host.Add(AuditEntry.Of(trail, "Restored", nameof(Tenant), $"{tenant.Id}", Json.Write(new { row.Name, row.Path, backup.Hash, backup.Manifest.TakenAt }), tenant.Id));
                await host.SaveChangesAsync(cancel);
            }, cancel);
        }
        catch (InvalidDataException) { throw new RuleException(BackupTrouble.Damaged(EntryNames.Members)); }
        catch (Exception odd) when (odd is DbUpdateException or DbException && !DiskTrouble.IsFull(odd)) { throw new RuleException(BackupTrouble.Damaged(EntryNames.Members)); }
        return [.. members.Says];
    }

    // What it offers to those below is offered again.
    private static async Task OfferAsync(HostDb host, Tenant tenant, BackupFile backup, DateTime now, CancellationToken cancel)
    {
        if (!backup.Tables.Contains("shared_items")) return;
        host.Add(new SharedOrigin { TenantId = tenant.Id });
        await SharingCatalogue.NoteAsync(host, tenant.Id, DueWork.SharingBelow, now, cancel);
    }

    private static async Task AddRolesAsync(HostDb host, Tenant tenant, BackupFile backup, CancellationToken cancel)
    {
        if (backup.Open(EntryNames.Roles) is not { } from) return;
        await using (from)
        {
            var lines = new JsonLines(from);
            while (await lines.NextAsync(cancel) is { } line)
            {
                var role = BackupJson.Read<OwnRole>(line.Span);
                host.Add(new RoleDefinition { TenantId = tenant.Id, Name = role.Name, Title = role.Title, Description = role.Description, Granted = [.. role.Granted], Withheld = [.. role.Withheld] });
            }
        }
    }
}
