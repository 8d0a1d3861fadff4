using Integral.Platform.Data;

namespace Integral.Platform.Live;

/// <summary>
/// Tells the browsers of signed-in people that something changed, on whichever node they are. Nobody waits for it, and it may be lost when a
/// process dies: who shows the thing asks now and then all the same.
/// </summary>
public sealed class LiveNews : IDisposable
{
    private const int AtMost = 5000;

    private readonly Lock gate = new();
    private readonly SemaphoreSlim woken = new(0, 1);
    private Dictionary<(Guid, Guid?, string, string?), Told> pending = [];
    private bool isTooMuch;

    internal LiveNews() { }

    /// <summary>Told once what <c>Db</c> is about to save has been committed; if that isn't saved, it isn't told.</summary>
    /// <param name="to">The account or person it is for; null for everyone signed in to the tenant.</param>
    public void AfterCommit(Db db, LiveChange change, Guid? to = null)
    {
        change.Check();
        db.Unit.Afterwards(() => Tell(db.Tenant.Id, change, to));
    }

    internal void AfterCommit(HostDb host, Guid tenant, LiveChange change) => host.Unit.Afterwards(() => Tell(tenant, change));

    /// <summary>Told now, for what no transaction tells of. Of the same thing told many times in a moment, the last one goes out.</summary>
    public void Tell(Guid tenant, LiveChange change, Guid? to = null)
    {
        change.Check();
        lock (gate)
        {
            if (pending.Count < AtMost) pending[(tenant, to, change.Topic, change.Id)] = new(tenant, to, change);
            else isTooMuch = true;
            if (woken.CurrentCount == 0) woken.Release();
        }
    }

    internal Task WaitAsync(CancellationToken cancel) => woken.WaitAsync(cancel);

    /// <summary>What was told since, and whether it was too much to keep.</summary>
    internal (IReadOnlyCollection<Told> Told, bool IsTooMuch) Take()
    {
        lock (gate)
        {
            var taken = (pending.Values, isTooMuch);
            (pending, isTooMuch) = ([], false);
            return taken;
        }
    }

    public void Dispose() => woken.Dispose();
}
