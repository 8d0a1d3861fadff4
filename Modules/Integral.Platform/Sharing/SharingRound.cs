using Integral.Platform.Data;
using Integral.Platform.Jobs;
using Integral.Platform.Messaging;
using Integral.Platform.Security;
using Integral.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Integral.Platform.Sharing;

/// <summary>Sees to it that everybody below looks at what is offered.</summary>
internal sealed class OfferedReceiver(Databases databases, Agenda agenda, Catalogue catalogue, Current current, TimeProvider clock) : IReceives<Offered>
{
    public async Task ReceiveAsync(Offered message, Arrival arrival, CancellationToken cancel)
    {
        var origin = current.Tenant;
        await using var host = databases.OpenHostApart("sharing", clock);
        if (!await host.Set<SharedOrigin>().AnyAsync(o => o.TenantId == origin.Id, cancel))
        {
            host.Add(new SharedOrigin { TenantId = origin.Id });
            await host.SaveChangesAsync(cancel);
        }
        await agenda.AllDueAsync([.. catalogue.Below(origin).Select(t => t.Id)], DueWork.Sharing);
    }
}

/// <summary>After a move: all that stand below look at what is offered above them now.</summary>
internal sealed class MovedTurn(Agenda agenda, Catalogue catalogue) : IDueTurn
{
    public string Kind => DueWork.SharingBelow;

    public async Task<Left> ServeAsync(Tenant tenant, CancellationToken stopping)
    {
        await catalogue.RefreshAsync(stopping);
        await agenda.AllDueAsync([.. catalogue.Below(tenant).Prepend(tenant).Select(t => t.Id)], DueWork.Sharing);
        return Left.Nothing;
    }
}

/// <summary>Notes with every change of the catalogue that changes what an institution is to hold, in the same transaction.</summary>
internal static class SharingCatalogue
{
    public static async Task NoteAsync(HostDb host, DateTime now, CancellationToken cancel)
    {
        var changed = host.ChangeTracker.Entries<Tenant>().Where(e => e.State == EntityState.Modified && e.Entity.State == TenantState.Running).ToList();
        var moved = changed.Where(e => e.Property(t => t.ParentId).IsModified).Select(e => e.Entity.Id).ToList();
        var opened = changed.Where(e => e.Property(t => t.State).IsModified || e.Property(t => t.Features).IsModified).Select(e => e.Entity.Id).Except(moved).ToList();
        await AwakeAsync(host, changed.Where(e => e.Property(t => t.State).IsModified).Select(e => e.Entity.Id).ToList(), now, cancel);
        foreach (var id in Concerned(changed)) await NoteAsync(host, id, DueWork.Planned, now, cancel);
        if (moved.Count + opened.Count == 0 || !await host.Set<SharedOrigin>().AnyAsync(cancel)) return;
        foreach (var id in moved) await NoteAsync(host, id, DueWork.SharingBelow, now, cancel);
        foreach (var id in opened) await NoteAsync(host, id, DueWork.Sharing, now, cancel);
    }

    // Modules of who stands elsewhere now, or has other features, may have something to do; and those of where it stood.
    private static List<Guid> Concerned(IEnumerable<EntityEntry<Tenant>> changed) => changed.SelectMany(e => e.Property(t => t.ParentId) switch
    {
        { IsModified: true, OriginalValue: { } former } => [e.Entity.Id, former],
        { IsModified: true } => [e.Entity.Id],
        _ => e.Property(t => t.Features).IsModified ? [e.Entity.Id] : Array.Empty<Guid>(),
    }).Distinct().ToList();

    // What waited for it to run needn't wait for the next look.
    private static async Task AwakeAsync(HostDb host, List<Guid> opened, DateTime now, CancellationToken cancel)
    {
        if (opened.Count == 0) return;
        await host.DueWork.Where(d => EF.Parameter(opened).Contains(d.TenantId) && d.Kind != DueWork.ChangeSets)
            .ExecuteUpdateAsync(d => d.SetProperty(x => x.DueAt, x => x.DueAt < now ? x.DueAt : now).SetProperty(x => x.Stamp, x => x.Stamp + 1), cancel);
    }

    internal static async Task NoteAsync(HostDb host, Guid tenant, string kind, DateTime now, CancellationToken cancel)
    {
        var noted = await host.DueWork.Where(d => d.TenantId == tenant && d.Kind == kind).ExecuteUpdateAsync(d => d
            .SetProperty(x => x.DueAt, x => x.DueAt < now ? x.DueAt : now).SetProperty(x => x.Stamp, x => x.Stamp + 1), cancel);
        if (noted == 0 && !host.DueWork.Local.Any(d => d.TenantId == tenant && d.Kind == kind)) host.Add(new DueWork { TenantId = tenant, Kind = kind, DueAt = now, AnnouncedAt = DateTime.UnixEpoch });
    }
}
