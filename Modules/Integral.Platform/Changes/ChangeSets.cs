using Integral.Platform.Audit;
using Integral.Platform.Data;
using Integral.Platform.Jobs;
using Integral.Platform.Localization;
using Integral.Platform.Messaging;
using Integral.Platform.Security;
using Integral.Platform.Sharing;
using Integral.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Changes;

/// <summary>A mass action in the list of those that can be undone.</summary>
/// <param name="Rows">How many rows it changed.</param>
/// <param name="IsHalfUndone">Undoing it was interrupted: doing so again goes on.</param>
/// <param name="MayUndo">Whether the reader of the list may.</param>
public sealed record ChangeSetRow(ChangeSet Set, int Rows, bool IsHalfUndone, bool MayUndo);

/// <summary>What undoing does, or did.</summary>
/// <param name="PutBack">Rows as they were before.</param>
/// <param name="Left">Rows that somebody changed or used since, which stay as they are.</param>
public sealed record UndoReport(int PutBack, int Left)
{
    public static UndoReport operator +(UndoReport a, UndoReport b) => new(a.PutBack + b.PutBack, a.Left + b.Left);
}

/// <summary>
/// Mass actions of the current tenant that can be put back: <c>await using var set = await changes.BeginAsync(T.Say("Import of people"), Permission);</c>
/// and then whatever <c>Db</c> and <c>HostDb</c> save belongs to it, until it is disposed. Bulk statements don't: a mass action tracks what it changes.
/// </summary>
public sealed class ChangeSets
{
    /// <summary>The permission to undo what one did oneself.</summary>
    public const string UndoOwn = "changes.own";

    /// <summary>The permission to undo what others did, and everything since a moment.</summary>
    public const string UndoOthers = "changes.undo";

    private const int AtOnce = 200;

    private readonly Db db;
    private readonly HostDb host;
    private readonly Current current;
    private readonly Agenda agenda;
    private readonly Outbox outbox;
    private readonly Catalogue catalogue;
    private readonly Trail trail;
    private readonly IReadOnlyList<IUndoes> modules;

    internal ChangeSets(Db db, HostDb host, Current current, Agenda agenda, Outbox outbox, Catalogue catalogue, Trail trail, IReadOnlyList<IUndoes> modules) =>
        (this.db, this.host, this.current, this.agenda, this.outbox, this.catalogue, this.trail, this.modules) = (db, host, current, agenda, outbox, catalogue, trail, modules);

    /// <summary>Begins a mass action. It may be saved in several transactions: each is undone with the others.</summary>
    /// <param name="title">What is done, as the list of mass actions says it.</param>
    /// <param name="permission">What one must be allowed to do to undo it.</param>
    public async Task<OpenChangeSet> BeginAsync(Sentence title, string permission)
    {
        var set = ChangeSet.Of(trail, current.Tenant.Id, title, permission);
        await agenda.ComeBackAsync(current.Tenant.Id, DueWork.ChangeSets, set.At + ChangeSet.Kept);     // first: what is kept is surely forgotten again
        db.Add(set);
        await db.SaveChangesAsync();
        return new(set, db.Unit, host.Unit);
    }

    /// <summary>Those of the last day that changed anything, the newest first: one's own, or everybody's for who may undo for others.</summary>
    public async Task<IReadOnlyList<ChangeSetRow>> ListAsync()
    {
        var since = trail.Now - ChangeSet.Kept;
        var sets = await Mine().AsNoTracking().Where(s => s.At > since).OrderByDescending(s => s.At).ThenByDescending(s => s.Id).ToListAsync();
        if (sets.Count == 0) return [];
        var here = await db.Set<ChangeRecord>().GroupBy(r => r.ChangeSetId).Select(g => new { g.Key, Rows = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Rows);
        var tenant = current.Tenant.Id;
        var there = await host.Set<HostChangeRecord>().Where(r => r.TenantId == tenant).GroupBy(r => r.ChangeSetId).Select(g => new { g.Key, Rows = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Rows);
        return [.. sets.Select(Row).Where(r => r.Rows > 0 || r.Set.UndoneAt is not null)];

        ChangeSetRow Row(ChangeSet set)
        {
            var (inDb, inHost) = (here.GetValueOrDefault(set.Id), there.GetValueOrDefault(set.Id));
            return new(set, inDb + inHost, set.UndoneAt is not null && inHost > 0, MayUndo(set) && (set.UndoneAt is null || inHost > 0));
        }
    }

    /// <summary>What undoing it would do.</summary>
    /// <exception cref="NotFoundException">There is no such set, or it was longer ago than a day.</exception>
    public async Task<(ChangeSet Set, UndoReport Would)> PlanAsync(Guid id)
    {
        var set = await FindAsync(id);
        var (here, there) = await PlanAsync(set);
        Forget();
        return (set, Report(here, there));
    }

    /// <summary>Puts back what it changed, as far as nobody has touched it since. Interrupted, it is gone on with by being called again.</summary>
    /// <exception cref="NotFoundException">It is somebody else's, or was longer ago than a day.</exception>
    /// <exception cref="NotAllowedException">One may not do what was done any more.</exception>
    public async Task<UndoReport> UndoAsync(Guid id)
    {
        Forget();       // what is tracked may be of before
        var set = await FindAsync(id);
        if (!MayUndo(set)) throw new NotAllowedException();
        var (here, there) = await db.WriteAsync(async () =>
        {
            await HoldAsync(id);
            // Here, so that what speaks against it isn't done by somebody else between the question and the answer.
            var (ours, theirs) = await PlanAsync(set);
            await SaveAsync(db, ours, db.Set<ChangeRecord>().Where(r => r.ChangeSetId == id && r.Number <= ours.Last), () =>
            {
                if (set.UndoneAt is null) set.Undo(trail.Who, trail.Now);
                db.Add(AuditEntry.Of(trail, "Undone", nameof(ChangeSet), $"{id}", Json.Write(new { set.Title, ours.Done, ours.Left })));
                return OfferAsync(ours);
            }, () => FollowAsync(ours));
            return (ours, theirs);
        });
        // Last, in one transaction: what is cached for the tenant is stale from here on (decision 6).
        await host.WriteAsync(() => SaveAsync(host, there, host.Set<HostChangeRecord>().Where(r => r.ChangeSetId == id && r.Number <= there.Last), TouchAsync, () => Task.CompletedTask));
        await catalogue.RefreshAsync();
        return Report(here, there);
    }

    /// <summary>Goes back to the moment before a set: undoes it and all that came after it, the newest first.</summary>
    /// <exception cref="NotAllowedException">One may not undo what others did.</exception>
    public async Task<UndoReport> UndoSinceAsync(Guid id)
    {
        if (!current.Can(UndoOthers)) throw new NotAllowedException();
        var first = await FindAsync(id);
        var sum = new UndoReport(0, 0);
        foreach (var row in (await ListAsync()).Where(r => r.MayUndo && (r.Set.At > first.At || r.Set.Id == id))) sum += await UndoAsync(row.Set.Id);
        return sum;
    }

    /// <summary>
    /// Takes back a mass action that was given up in the middle, in portions and the newest first, so that others can write in between; interrupted, it
    /// is gone on with by being called again. What a person undoes is one transaction instead: the whole is as before, or nothing is.
    /// </summary>
    /// <param name="each">Called after each portion with what it did.</param>
    public async Task TakeBackAsync(Guid id, Func<UndoReport, Task> each)
    {
        Forget();
        if (!await db.Set<ChangeSet>().AnyAsync(s => s.Id == id)) return;
        var sum = new UndoReport(0, 0);
        // The host's rows first, so that each portion of persons sees who is a member in another way by then.
        while (await TakeBackAsync(host, host.Set<HostChangeRecord>().Where(r => r.ChangeSetId == id), _ => Task.CompletedTask, _ => TouchAsync(), _ => Task.CompletedTask) is { } there) await TellAsync(there);
        while (await TakeBackAsync(db, db.Set<ChangeRecord>().Where(r => r.ChangeSetId == id), KeepAsync, OfferAsync, FollowAsync) is { } here) await TellAsync(here);
        await CloseAsync(id, sum);
        await catalogue.RefreshAsync();

        Task TellAsync(UndoReport did)
        {
            sum += did;
            Forget();
            return each(did);
        }
    }

    /// <returns>Null where nothing is left to be taken back.</returns>
    private static async Task<UndoReport?> TakeBackAsync<T>(DbContext context, IQueryable<T> records, Func<PutBack, Task> keep, Func<PutBack, Task> also, Func<PutBack, Task> afterwards) where T : RecordedChange
    {
        var some = await records.AsNoTracking().OrderByDescending(r => r.Number).Take(AtOnce).ToListAsync();
        if (some.Count == 0) return null;
        var (back, lowest) = (new PutBack(context, some), some[^1].Number);
        await ((IWrites)context).Unit.WriteAsync(async () =>
        {
            await back.PlanAsync();
            await keep(back);
            await SaveAsync(context, back, records.Where(r => r.Number >= lowest), () => also(back), () => afterwards(back));
            return true;
        }, CancellationToken.None);
        return new(back.Done, back.Left);
    }

    /// <summary>
    /// Within a transaction: undoing the set waits for its end, or has ended before. Whoever writes a set in several transactions, and could be undone between
    /// them, asks so in each.
    /// </summary>
    /// <returns>Whether it is not undone.</returns>
    public async Task<bool> HoldAsync(Guid id) => await db.Set<ChangeSet>().Where(s => s.Id == id && s.UndoneAt == null).ExecuteUpdateAsync(s => s.SetProperty(x => x.At, x => x.At)) > 0;

    private async Task KeepAsync(PutBack here)
    {
        await KeepMembersAsync(here, new(host, []));
        foreach (var module in modules) await KeepAsync(here, module);
    }

    // Those below hold what is taken back.
    private Task OfferAsync(PutBack here)
    {
        if (here.Has<SharedItem>()) outbox.Add(new Offered());
        return Task.CompletedTask;
    }

    private Task CloseAsync(Guid id, UndoReport did) => db.WriteAsync(async () =>
    {
        var set = await db.Set<ChangeSet>().SingleAsync(s => s.Id == id);
        if (set.UndoneAt is null) set.Undo(trail.Who, trail.Now);
        db.Add(AuditEntry.Of(trail, "Undone", nameof(ChangeSet), $"{id}", Json.Write(new { set.Title, Done = did.PutBack, did.Left })));
        await db.SaveChangesAsync();
    });

    private async Task<ChangeSet> FindAsync(Guid id)
    {
        var set = await Mine().SingleOr404Async(s => s.Id == id);
        return set.IsOverAt(trail.Now) ? throw new NotFoundException() : set;
    }

    // Whose it is, is within one's reach; whether one may still do what was done, is another question.
    private IQueryable<ChangeSet> Mine() => current.Account is { } who && !current.Can(UndoOthers) ? db.Set<ChangeSet>().Where(s => s.AccountId == who.AccountId) : db.Set<ChangeSet>();

    private bool MayUndo(ChangeSet set) => current.Account is null || current.Can(set.Permission);

    private async Task<(PutBack Here, PutBack There)> PlanAsync(ChangeSet set)
    {
        var here = new PutBack(db, await db.Set<ChangeRecord>().AsNoTracking().Where(r => r.ChangeSetId == set.Id).ToListAsync());
        var there = new PutBack(host, await host.Set<HostChangeRecord>().AsNoTracking().Where(r => r.ChangeSetId == set.Id && r.TenantId == set.MadeIn).ToListAsync());
        await here.PlanAsync();
        await there.PlanAsync();
        await KeepMembersAsync(here, there);
        // Otherwise somebody would go on with the account of a person who is another one again.
        if (there.Held is { Count: > 0 } held) await here.LeaveAsync(c => c.Id is { } id && held.Contains(id));
        foreach (var module in modules) await KeepAsync(here, module);
        await there.LeaveAsync(c => here.Leaves(c.FormerPerson));
        return (here, there);
    }

    private static async Task KeepAsync(PutBack here, IUndoes module)
    {
        if (here.RowsOf(module.Rows, isLeft: false) is not { Count: > 0 } rows) return;
        var kept = await module.KeptAsync(rows);
        if (kept.Count > 0) await here.LeaveAsync(c => c.Type.ClrType == module.Rows && c.Id is { } id && kept.Contains(id));
    }

    private async Task FollowAsync(PutBack here)
    {
        foreach (var module in modules)
            if ((here.RowsOf(module.Rows, isLeft: false), here.RowsOf(module.Rows, isLeft: true)) is var (back, left) && back.Count + left.Count > 0) await module.FollowAsync(back, left);
    }

    // No foreign key leads from a membership to its person: they are in two databases.
    private async Task KeepMembersAsync(PutBack here, PutBack there)
    {
        var persons = here.Removed.Select(c => c.Id).OfType<Guid>().ToHashSet();
        if (persons.Count == 0) return;
        var goes = there.Removed.Select(c => c.Id).OfType<Guid>().ToHashSet();
        var tenant = current.Tenant.Id;
        var members = await host.Memberships.AsNoTracking().Where(m => m.TenantId == tenant && m.PersonId != null).Select(m => new { m.Id, m.PersonId }).ToListAsync();
        var used = members.Where(m => !goes.Contains(m.Id)).Select(m => m.PersonId!.Value).Where(persons.Contains).ToHashSet();
        if (used.Count > 0) await here.LeaveAsync(c => c.Id is { } id && used.Contains(id));
    }

    private static async Task SaveAsync<T>(DbContext context, PutBack back, IQueryable<T> records, Func<Task> also, Func<Task> afterwards)
    {
        back.Apply();
        await also();
        await context.SaveChangesAsync();
        await afterwards();
        await context.SaveChangesAsync();
        await records.ExecuteDeleteAsync();
    }

    private async Task TouchAsync()
    {
        var tenant = current.Tenant.Id;
        host.Entry(await host.Tenants.SingleAsync(t => t.Id == tenant)).Property(t => t.Version).IsModified = true;
    }

    private static UndoReport Report(PutBack here, PutBack there) => new(here.Done + there.Done, here.Left + there.Left);

    private void Forget()
    {
        db.ChangeTracker.Clear();
        host.ChangeTracker.Clear();
    }
}

/// <summary>A mass action that is going on: what is saved until it is disposed belongs to it.</summary>
public sealed class OpenChangeSet : IDisposable
{
    private readonly UnitOfWork[] units;

    internal OpenChangeSet(ChangeSet set, UnitOfWork tenant, UnitOfWork host)
    {
        Id = set.Id;
        units = [tenant, host];
        (tenant.Recorder, host.Recorder) = (ChangeRecorder.OfTenant(set), ChangeRecorder.OfHost(set));
    }

    public Guid Id { get; }

    public void Dispose()
    {
        foreach (var unit in units) unit.Recorder = null;
    }
}
