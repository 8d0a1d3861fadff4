using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using Integral.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Integral.Platform.Changes;

/// <summary>
/// Puts the rows of one database back as they were before a set. A row that was changed since stays as it is, with what belongs to it; so
/// does a new row that something made later refers to.
/// </summary>
internal sealed class PutBack(DbContext db, IReadOnlyCollection<RecordedChange> records)
{
    private const int AtOnce = 500;

    private readonly List<NetChange> changes = NetChange.Of(records, db.Model);

    /// <summary>Number of the last change that it puts back: what has been recorded since isn't in it.</summary>
    public int Last { get; } = records.Select(r => r.Number).DefaultIfEmpty().Max();

    public int Done => changes.Count(c => !c.IsLeft);
    public int Left => changes.Count(c => c.IsLeft);

    /// <summary>Whether it puts back any row of this kind.</summary>
    public bool Has<T>() => changes.Any(c => !c.IsLeft && c.Type.ClrType == typeof(T));

    /// <summary>Whether it leaves the row with this id as it is.</summary>
    public bool Leaves(Guid? id) => id is not null && changes.Any(c => c.IsLeft && c.Id == id);

    /// <summary>Persons of whom one has got the other's account or invitation, which stays where it is: somebody has changed or used it since.</summary>
    public IReadOnlySet<Guid> Held => changes.Where(c => c is { IsLeft: true, FormerPerson: not null, PresentPerson: not null }).SelectMany(c => new[] { c.FormerPerson!.Value, c.PresentPerson!.Value }).ToHashSet();

    /// <summary>The rows of a kind that it puts back, or that it leaves.</summary>
    public IReadOnlyList<FormerRow> RowsOf(Type kind, bool isLeft) => [.. changes.Where(c => c.IsLeft == isLeft && c.Type.ClrType == kind && c.Id is not null).Select(c => c.Told())];

    public IEnumerable<NetChange> Removed => changes.Where(c => c is { IsNew: true, IsLeft: false });

    /// <summary>Reads the rows as they are and finds those that are to be left.</summary>
    public async Task PlanAsync()
    {
        foreach (var kind in changes.GroupBy(c => c.Type)) await FindAsync(kind.Key, [.. kind]);
        foreach (var change in changes) change.IsLeft = !change.IsAsLeft || change.IsLost;
        await SettleAsync();
    }

    /// <summary>Leaves these too, and what depends on them.</summary>
    public Task LeaveAsync(Func<NetChange, bool> which)
    {
        foreach (var change in changes.Where(which)) change.IsLeft = true;
        return SettleAsync();
    }

    /// <summary>Changes what is tracked; the caller saves it.</summary>
    public void Apply()
    {
        foreach (var change in changes.Where(c => !c.IsLeft))
        {
            if (change.Before is null) Remove(change.Row!);
            else if (change.Row is null) Insert(change);
            else
            {
                RowImage.Apply(change.Row, change.Before);
                Rewrite(change.Row);
            }
        }
    }

    private async Task SettleAsync()
    {
        int left;
        do
        {
            left = Left;
            LeaveParts();
            await LeaveUsedAsync();
        }
        while (Left > left);
    }

    // A version of a text that was changed since belongs to that text.
    private void LeaveParts()
    {
        var kept = changes.Where(c => c.IsLeft && c.Id is not null).Select(c => (c.Type, c.Id!.Value)).ToHashSet();
        foreach (var change in changes.Where(c => !c.IsLeft))
            change.IsLeft = change.Type.GetForeignKeys().Any(k => k.Properties is [var p] && change.Refers(p) is { } of && kept.Contains((k.PrincipalEntityType, of)));
    }

    private async Task LeaveUsedAsync()
    {
        foreach (var kind in Removed.GroupBy(c => c.Type).ToList())
        {
            foreach (var key in kind.Key.GetReferencingForeignKeys())
            {
                var goes = changes.Where(c => !c.IsLeft && c.Type == key.DeclaringEntityType && c.Row is not null).Select(c => c.Row!.Entity).ToHashSet(ReferenceEqualityComparer.Instance);
                var ids = kind.Select(c => c.Id ?? throw new NotSupportedException($"{c.Type.Name}: what has more than an id and is referred to can't be undone.")).ToList();
                var used = await UsedAsync(key, ids, goes);
                foreach (var change in kind.Where(c => used.Contains(c.Id!.Value))) change.IsLeft = true;
            }
        }
    }

    private async Task<HashSet<Guid>> UsedAsync(IForeignKey key, List<Guid> ids, HashSet<object> goes)
    {
        var used = new HashSet<Guid>();
        foreach (var some in ids.Chunk(AtOnce))
        {
            foreach (var row in await ReadAsync(key.DeclaringEntityType, key.Properties[0], some))
                if (!goes.Contains(row.Entity)) used.Add((Guid)row.Property(key.Properties[0]).CurrentValue!);
        }
        return used;
    }

    private async Task FindAsync(IEntityType type, List<NetChange> wanted)
    {
        if (wanted[0].Id is null)
        {
            foreach (var change in wanted) change.Row = await db.FindAsync(type.ClrType, change.Key) is { } row ? db.Entry(row) : null;
            return;
        }
        var id = type.FindPrimaryKey()!.Properties[0];
        var byId = wanted.ToDictionary(c => c.Id!.Value);
        foreach (var some in byId.Keys.Chunk(AtOnce))
            foreach (var row in await ReadAsync(type, id, some)) byId[(Guid)row.Property(id).CurrentValue!].Row = row;
    }

    private Task<List<EntityEntry>> ReadAsync(IEntityType type, IProperty property, Guid[] ids) =>
        (Task<List<EntityEntry>>)Reader.MakeGenericMethod(type.ClrType).Invoke(this, [property, ids])!;

    private static readonly MethodInfo Reader = typeof(PutBack).GetMethod(nameof(ReadSetAsync), BindingFlags.Instance | BindingFlags.NonPublic)!;

    private async Task<List<EntityEntry>> ReadSetAsync<T>(IProperty property, Guid[] ids) where T : class
    {
        var set = db.Set<T>().IgnoreQueryFilters();
        var found = property.ClrType == typeof(Guid)
            ? set.Where(e => EF.Parameter(ids).Contains(EF.Property<Guid>(e, property.Name)))
            : set.Where(e => EF.Property<Guid?>(e, property.Name) != null && EF.Parameter(ids).Contains(EF.Property<Guid?>(e, property.Name)!.Value));
        return [.. (await found.ToListAsync()).Select(e => db.Entry(e))];
    }

    // Nodes learn of a role that is gone by its row (RoleDefinition.IsDeleted).
    private static void Remove(EntityEntry row)
    {
        if (row.Entity is RoleDefinition role) role.IsDeleted = true;
        else row.State = EntityState.Deleted;
    }

    private void Insert(NetChange change)
    {
        var row = db.Entry(RuntimeHelpers.GetUninitializedObject(change.Type.ClrType));
        RowImage.Apply(row, change.Before!);
        row.State = EntityState.Added;
    }

    private static void Rewrite(EntityEntry row)
    {
        if (row.Metadata.FindProperty("Version") is { } version)
            row.Property(version).CurrentValue = Convert.ChangeType(Convert.ToInt64(row.Property(version).CurrentValue, CultureInfo.InvariantCulture) + 1, version.ClrType, CultureInfo.InvariantCulture);
        if (row.Metadata.FindProperty("ConcurrencyStamp") is { } stamp) row.Property(stamp).CurrentValue = $"{Guid.NewGuid()}";
    }
}
