using System.Collections.Concurrent;

namespace Integral.Applications;

/// <summary>The last number that was given to an application. One row.</summary>
internal sealed class LastNumber
{
    public const string Applications = "applications";

    /// <summary>Of what.</summary>
    public required string Name { get; init; }
    public int Value { get; set; }
}

/// <summary>
/// Gives applications their numbers. On PostgreSQL a process takes some at once: whoever took the next one and held it until the commit would let only one in at a
/// time. What it hasn't given when it stops, nobody has.
/// </summary>
internal sealed class Numbers
{
    private const int AtOnce = 20;

    private readonly ConcurrentDictionary<Guid, Taken> taken = new();

    /// <summary>The next one, before the transaction that keeps it.</summary>
    /// <returns>Null where it is to be taken within that.</returns>
    public async Task<int?> AheadAsync(Db db)
    {
        if (!db.Database.IsNpgsql() || db.Database.CurrentTransaction is not null) return null;
        var some = taken.GetOrAdd(db.Tenant.Id, _ => new());
        await some.Turn.WaitAsync();
        try
        {
            if (some.Left == 0)
            {
                some.Last = await db.WriteAsync(() => TakeAsync(db, AtOnce));
                some.Left = AtOnce;
            }
            return some.Last - --some.Left;
        }
        finally { some.Turn.Release(); }
    }

    /// <summary>The next one, within the transaction that is open.</summary>
    public static Task<int> TakeAsync(Db db) => TakeAsync(db, 1);

    private static async Task<int> TakeAsync(Db db, int many)
    {
        var row = db.Set<LastNumber>().Where(n => n.Name == LastNumber.Applications);
        if (await row.ExecuteUpdateAsync(n => n.SetProperty(x => x.Value, x => x.Value + many)) == 0)
        {
            db.Add(new LastNumber { Name = LastNumber.Applications, Value = many });
            await db.SaveChangesAsync();
        }
        return await row.AsNoTracking().Select(n => n.Value).SingleAsync();
    }

    private sealed class Taken
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);
        public int Last { get; set; }
        public int Left { get; set; }
    }
}
