using Integral.Platform.Data;
using Integral.Platform.Jobs;
using Integral.Platform.Localization;
using Integral.Platform.Modules;
using Integral.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Integral.Platform.Sharing;

/// <summary>
/// One institution brings its copies to what is offered above it: some of them a turn, each in a transaction of its own with the note that it
/// was taken. Visitors see it when what is cached of the site has run out, within a minute. Rows of two tenants are never read by one query: what is offered is read there, and taken here.
/// </summary>
internal sealed class SharingTurn(ITenantRunner runner, Databases databases, Catalogue catalogue, TimeProvider clock, ILogger<SharingTurn> log) : IDueTurn
{
    private const int AtMost = 20;
    private static readonly TimeSpan Again = TimeSpan.FromHours(1);

    public string Kind => DueWork.Sharing;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<Left> ServeAsync(Tenant tenant, CancellationToken stopping)
    {
        var (kinds, held) = await HeldAsync(tenant);
        var todo = new List<Step>();
        var above = catalogue.UpFrom(tenant).Skip(1).ToList();
        foreach (var origin in await OriginsAsync(above, stopping))
        {
            // One that is switched off offers nothing new and takes nothing back.
            if (origin.State == TenantState.Running) todo.AddRange(Compare(origin, await OfferedAsync(origin, kinds), held.Where(h => h.OriginId == origin.Id && kinds.Contains(h.Kind))));
        }
        todo.AddRange(held.Where(h => kinds.Contains(h.Kind) && above.All(a => a.Id != h.OriginId)).Select(h => new Step(h.OriginId, null, h.Kind, h.RecordId, null)));

        // An edition that was refused waits; a newer one, and a withdrawal, don't.
        var waiting = held.Where(h => h.WaitsUntil > Now).Select(h => new Step(h.OriginId, null, h.Kind, h.RecordId, h.Refused)).ToHashSet();
        var due = todo.Where(s => s.Edition is null || !waiting.Contains(s with { Origin = null })).ToList();
        var batch = due.Take(AtMost).ToList();
        var bodies = await BodiesAsync(batch);
        foreach (var step in batch.TakeWhile(_ => !stopping.IsCancellationRequested)) await TryAsync(tenant, step, bodies);
        return due.Count > AtMost ? new(0, null, Now) : await LeftAsync(tenant);
    }

    private static IEnumerable<Step> Compare(Tenant origin, IReadOnlyList<Offer> offered, IEnumerable<CopiedItem> held)
    {
        var mine = held.ToDictionary(h => (h.Kind, h.RecordId));
        foreach (var offer in offered)
            if (!mine.Remove((offer.Kind, offer.RecordId), out var copy) || copy.Edition != offer.Edition) yield return new(origin.Id, origin, offer.Kind, offer.RecordId, offer.Edition);
        foreach (var gone in mine.Values) yield return new(origin.Id, origin, gone.Kind, gone.RecordId, null);
    }

    private Task<(HashSet<string> Kinds, List<CopiedItem> Held)> HeldAsync(Tenant tenant) => InAsync(tenant, async services => (
        services.GetRequiredService<IExtensions<ITakesFromAbove>>().Select(t => t.Kind).ToHashSet(StringComparer.Ordinal),
        await services.GetRequiredService<Db>().Set<CopiedItem>().AsNoTracking().ToListAsync()));

    private async Task<List<Tenant>> OriginsAsync(List<Tenant> above, CancellationToken cancel)
    {
        var ids = above.Select(a => a.Id).ToList();
        await using var host = databases.OpenHost("sharing", clock);
        var offering = await host.Set<SharedOrigin>().Where(o => ids.Contains(o.TenantId)).Select(o => o.TenantId).ToListAsync(cancel);
        return [.. above.Where(a => offering.Contains(a.Id))];
    }

    private Task<List<Offer>> OfferedAsync(Tenant origin, HashSet<string> kinds) => InAsync(origin, services => services.GetRequiredService<Db>().Set<SharedItem>()
        .Where(i => EF.Parameter(kinds).Contains(i.Kind)).OrderBy(i => i.Edition).Select(i => new Offer(i.Kind, i.RecordId, i.Edition)).ToListAsync());

    /// <returns>By edition; what was changed or withdrawn since it was listed is missing.</returns>
    private async Task<Dictionary<Guid, string>> BodiesAsync(List<Step> batch)
    {
        var bodies = new Dictionary<Guid, string>();
        foreach (var taken in batch.Where(s => s.Edition is not null).GroupBy(s => s.Origin!))
        {
            var editions = taken.Select(s => s.Edition!.Value).ToList();
            var read = await InAsync(taken.Key, services => services.GetRequiredService<Db>().Set<SharedItem>()
                .Where(i => EF.Parameter(editions).Contains(i.Edition)).Select(i => new { i.Edition, i.Body }).ToListAsync());
            foreach (var item in read) bodies[item.Edition] = item.Body;
        }
        return bodies;
    }

    private async Task TryAsync(Tenant tenant, Step step, Dictionary<Guid, string> bodies)
    {
        try
        {
            var body = step.Edition is { } edition ? bodies.GetValueOrDefault(edition) : null;
            if (step.Edition is not null && body is null) return;     // the next look finds what it became
            await InAsync(tenant, services => DoAsync(services, step, body));
        }
        catch (RuleException rule) { await NoteAsync(tenant, step, rule.Sentence); }
        catch (Exception bug) when (bug is not OutOfMemoryException && !Agenda.IsPassing(bug))
        {
            log.LogError(bug, "{Kind} {Record} of {Origin} could not be copied into {Tenant}.", step.Kind, step.RecordId, step.OriginId, tenant.Path);
            await NoteAsync(tenant, step, T.Say("Something went wrong on our side. It was noted under the number {0}.", tenant.Id));
        }
    }

    private static async Task<bool> DoAsync(IServiceProvider services, Step step, string? body)
    {
        var db = services.GetRequiredService<Db>();
        var taker = services.GetRequiredService<IExtensions<ITakesFromAbove>>().First(t => t.Kind == step.Kind);
        return await db.WriteAsync(async () =>
        {
            var copy = await db.Set<CopiedItem>().FindAsync(step.OriginId, step.Kind, step.RecordId);
            if (copy is null) db.Add(copy = step.Note());
            if (body is null)
            {
                await taker.WithdrawAsync(step.OriginId, step.RecordId);
                db.Remove(copy);
            }
            else
            {
                await taker.TakeAsync(step.Origin!, step.RecordId, body);
                (copy.Edition, copy.Refused, copy.Trouble, copy.WaitsUntil) = (step.Edition, null, null, null);
            }
            return await db.SaveChangesAsync() > 0;
        });
    }

    private Task<int> NoteAsync(Tenant tenant, Step step, Sentence trouble) => InAsync(tenant, async services =>
    {
        var db = services.GetRequiredService<Db>();
        var copy = await db.Set<CopiedItem>().FindAsync(step.OriginId, step.Kind, step.RecordId);
        if (copy is null) db.Add(copy = step.Note());
        (copy.Refused, copy.Trouble, copy.WaitsUntil) = (step.Edition, Sentences.Keep(trouble), Now + Again);
        return await db.SaveChangesAsync();
    });

    private Task<Left> LeftAsync(Tenant tenant) => InAsync(tenant, async services =>
    {
        var waiting = await services.GetRequiredService<Db>().Set<CopiedItem>().AsNoTracking().Where(c => c.WaitsUntil != null).OrderBy(c => c.WaitsUntil).ToListAsync();
        return waiting.Count == 0 ? Left.Nothing : new(waiting.Count, waiting[0].WaitsUntil - Again, waiting[0].WaitsUntil) { Trouble = waiting[0].Trouble };
    });

    private Task<T> InAsync<T>(Tenant tenant, Func<IServiceProvider, Task<T>> work) => runner.RunAsync(tenant, "sharing", work);

    private sealed record Offer(string Kind, string RecordId, Guid Edition);
}

/// <summary>What is to be done with one copy.</summary>
/// <param name="Origin">Null when it doesn't stand above any more.</param>
/// <param name="Edition">The one to be taken; null to withdraw the copy.</param>
internal sealed record Step(Guid OriginId, Tenant? Origin, string Kind, string RecordId, Guid? Edition)
{
    public CopiedItem Note() => new() { OriginId = OriginId, Kind = Kind, RecordId = RecordId };
}
