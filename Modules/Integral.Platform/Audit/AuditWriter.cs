using Integral.Platform.Data;
using Integral.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Integral.Platform.Audit;

/// <summary>Turns the changes that are about to be saved into audit entries of the same transaction.</summary>
internal static class AuditWriter
{
    /// <param name="db">Whose changes they are.</param>
    /// <param name="trail">Who makes them.</param>
    /// <param name="others">Of records that somebody else changes: who.</param>
    /// <returns>The smallest id of the entries by which the trail grows with this save; null if it doesn't.</returns>
    public static Guid? Write(DbContext db, Trail trail, IReadOnlyDictionary<object, Trail>? others = null)
    {
        var changes = db.ChangeTracker.Entries().Where(IsAudited).ToList();
        foreach (var change in changes)
        {
            var values = Values(change);
            if (values.Count > 0) db.Add(Entry(change, values, others?.GetValueOrDefault(change.Entity) ?? trail));
        }
        return db.ChangeTracker.Entries<AuditEntry>().Where(e => e.State == EntityState.Added).Min(e => (Guid?)e.Entity.Id);
    }

    private static bool IsAudited(EntityEntry entry) =>
        entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted &&
        entry.Metadata.ClrType.IsDefined(typeof(AuditedAttribute), inherit: true);

    private static AuditEntry Entry(EntityEntry change, Dictionary<string, object?[]> values, Trail trail)
    {
        var action = change.State switch { EntityState.Added => "Created", EntityState.Deleted => "Deleted", _ => "Changed" };
        var id = string.Join('/', change.Metadata.FindPrimaryKey()!.Properties.Select(p => change.Property(p).CurrentValue));
        var tenant = change.Entity is Tenant t ? t.Id : change.Metadata.FindProperty("TenantId") is { } own ? (Guid?)change.Property(own).CurrentValue : null;
        return AuditEntry.Of(trail, action, change.Metadata.ClrType.Name, id, Json.Write(values), tenant);
    }

    /// <summary>Each property with [old, new]; a secret one only with the fact.</summary>
    private static Dictionary<string, object?[]> Values(EntityEntry change)
    {
        var values = new Dictionary<string, object?[]>();
        foreach (var property in change.Properties.Where(p => !p.Metadata.IsPrimaryKey() && IsTold(change, p)))
        {
            var isSecret = property.Metadata.PropertyInfo?.IsDefined(typeof(SecretAttribute), inherit: true) == true;
            values[property.Metadata.Name] = isSecret ? ["***", "***"] :
            [
                change.State == EntityState.Added ? null : property.OriginalValue,
                change.State == EntityState.Deleted ? null : property.CurrentValue,
            ];
        }
        return values;
    }

    private static bool IsTold(EntityEntry change, PropertyEntry property) => change.State switch
    {
        EntityState.Modified => property.IsModified && !Equals(property.OriginalValue, property.CurrentValue),
        EntityState.Added => property.CurrentValue is not null,
        _ => property.OriginalValue is not null,
    } && property.Metadata.Name is not ("Version" or nameof(Tenant.SiteVersion) or nameof(Tenant.Touched) or "ConcurrencyStamp" or "SecurityStamp");
}
