using Integral.Platform.Audit;
using Integral.Platform.Messaging;
using Integral.Platform.Security;
using Integral.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Integral.Platform.Changes;

/// <summary>Writes beside every row that a mass action saves what the row was before, in the same transaction.</summary>
internal sealed class ChangeRecorder(ChangeSet set, Func<EntityEntry, bool> isRecorded, Func<ChangeSet, int, EntityEntry, RecordedChange> make)
{
    private static readonly HashSet<Type> Machinery =
        [typeof(AuditEntry), typeof(AuditSeal), typeof(OutboxMessage), typeof(ReceivedMessage), typeof(ChangeSet), typeof(ChangeRecord), typeof(HostChangeRecord)];

    private int number;

    /// <summary>For a tenant's database: everything but the kernel's own bookkeeping.</summary>
    public static ChangeRecorder OfTenant(ChangeSet set) => new(set, row => !Machinery.Contains(row.Metadata.ClrType), (of, number, row) => new ChangeRecord
    {
        ChangeSetId = of.Id, Number = number, Entity = row.Metadata.Name, Key = RowImage.KeyOf(row), Before = Before(row), After = After(row),
    });

    /// <summary>For the host's database: what people of this tenant are and may do, and its own row.</summary>
    public static ChangeRecorder OfHost(ChangeSet set) => new(set, row => IsOf(row.Entity, set.MadeIn), (of, number, row) => new HostChangeRecord
    {
        TenantId = of.MadeIn, At = of.At, ChangeSetId = of.Id, Number = number, Entity = row.Metadata.Name, Key = RowImage.KeyOf(row), Before = Before(row), After = After(row),
    });

    /// <summary>Called before what is tracked is saved.</summary>
    public void Record(DbContext db)
    {
        var changed = db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && isRecorded(e)).ToList();
        foreach (var row in changed) db.Add(make(set, ++number, row));
    }

    private static string? Before(EntityEntry row) => row.State == EntityState.Added ? null : RowImage.Of(row, isFormer: true);
    private static string? After(EntityEntry row) => row.State == EntityState.Deleted ? null : RowImage.Digest(row);

    private static bool IsOf(object row, Guid tenant) => row switch
    {
        Account => true,
        Membership membership => membership.TenantId == tenant,
        Invitation invitation => invitation.TenantId == tenant,
        RoleDefinition role => role.TenantId == tenant,
        Tenant own => own.Id == tenant,
        _ => false,
    };
}
