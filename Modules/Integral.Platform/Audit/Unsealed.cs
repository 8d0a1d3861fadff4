using System.Collections.Concurrent;

namespace Integral.Platform.Audit;

/// <summary>
/// Whose trails have entries that this process has just committed, and from which on: the smallest of their ids, however long ago its transaction
/// began. The host's own trail goes by an empty id.
/// </summary>
internal sealed class Unsealed
{
    private readonly ConcurrentDictionary<Guid, Guid> trails = new();

    public void Add(Guid trail, Guid first) => trails.AddOrUpdate(trail, first, (_, known) => known.CompareTo(first) < 0 ? known : first);

    public IReadOnlyList<(Guid Trail, Guid First)> Take()
    {
        var taken = new List<(Guid, Guid)>();
        foreach (var trail in trails.Keys) if (trails.TryRemove(trail, out var first)) taken.Add((trail, first));
        return taken;
    }
}
