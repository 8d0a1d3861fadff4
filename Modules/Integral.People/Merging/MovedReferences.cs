using Integral.People.Contracts;

namespace Integral.People.Merging;

/// <summary>All that modules keep about persons, also those whose feature is off: their rows stay, and are there when it is switched on again.</summary>
internal sealed class MovedReferences(IReadOnlyList<IPersonReferences> all)
{
    public IReadOnlyList<IPersonReferences> All => all;

    public async Task<IReadOnlyList<Followers>> CountAsync(Guid kept, Guid other)
    {
        var counted = new List<Followers>();
        foreach (var one in all)
            if (one.What is { } what) counted.Add(new(what, await one.CountAsync(kept), await one.CountAsync(other)));
        return [.. counted.Where(f => f.Kept + f.Other > 0)];
    }

    /// <summary>First in the transaction that merges the two.</summary>
    public async Task LockAsync(Guid from, Guid to)
    {
        foreach (var one in all) await one.LockAsync(from, to);
    }

    /// <summary>Within the transaction that merges the two; the caller saves.</summary>
    public async Task MoveAsync(Guid from, Guid to)
    {
        foreach (var one in all) await one.MoveAsync(from, to);
    }
}
