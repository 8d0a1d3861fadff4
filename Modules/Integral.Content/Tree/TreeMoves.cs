using Integral.Content.Data;
using Integral.Content.Editing;
using Integral.Content.Publishing;
using Integral.Platform.Recipes;

namespace Integral.Content.Tree;

/// <summary>
/// Moves pages about in the tree, each in all its languages. A page's place is no word of it: it is moved at once for visitors too, whether or not
/// there is a newer draft. Its address stays unless somebody wants it to follow.
/// </summary>
internal sealed class TreeMoves(Db db, ContentRights rights, Current current, ItemWriter writer, TreeDesk desk, TreeAddresses addresses, TenantChanges tenants, TimeProvider clock)
{
    /// <summary>So many pages beside each other can be put in order.</summary>
    public const int MostBeside = 300;

    /// <summary>Puts a page under another one, behind those that stand there.</summary>
    /// <param name="set">Of the page's translations.</param>
    /// <param name="parent">Of the other's; null for the top.</param>
    /// <param name="after">Right behind this one of those that stand there; null for the end.</param>
    /// <param name="readdress">Gives it and all below it addresses under the other's.</param>
    /// <exception cref="NotAllowedException">It isn't theirs to move.</exception>
    /// <exception cref="RuleException">It can't stand there, or can't have the address.</exception>
    public Task PutAsync(string set, string? parent, string? after, bool readdress) => ChangeAsync([set], async items =>
    {
        var tree = await TreeShape.ReadAsync(db);
        tree.Put(set, parent);
        var (ids, at) = (items.Select(i => i.Id).ToList(), clock.GetUtcNow().UtcDateTime);
        var last = await db.ContentVersions.Where(v => ids.Contains(v.ItemId)).GroupBy(v => v.ItemId).Select(g => new { g.Key, Last = g.Max(v => v.Number) }).ToDictionaryAsync(g => g.Key, g => g.Last);
        foreach (var item in items) item.Stand(UniqueId.New(), parent, last.GetValueOrDefault(item.Id), current.Account?.Name, at);
        var beside = (await desk.BesideAsync(parent)).Where(s => s != set).ToList();
        beside.Insert(after is not null && beside.IndexOf(after) is >= 0 and var place ? place + 1 : beside.Count, set);
        await ArrangeAsync(beside, items, at);
        if (!readdress) return;
        foreach (var moved in await addresses.FollowAsync(tree, set, parent, items, at)) await writer.FollowAsync(moved);
    });

    /// <summary>Moves a page by so many places among those beside it.</summary>
    public async Task StepAsync(string set, int by)
    {
        var parent = await db.ContentItems.Where(i => i.LocalizationSet == set && i.DeletedAt == null).Select(i => i.ParentId).FirstOrDefaultAsync();
        var beside = await desk.BesideAsync(parent);
        var from = beside.IndexOf(set);
        if (from < 0) throw new NotFoundException();
        beside.RemoveAt(from);
        beside.Insert(Math.Clamp(from + by, 0, beside.Count), set);
        await OrderAsync(parent, beside);
    }

    /// <summary>Puts those beside each other in this order; who isn't named stays behind them.</summary>
    public Task OrderAsync(string? parent, IReadOnlyList<string> order) => ChangeAsync(order, async items =>
    {
        var beside = await desk.BesideAsync(parent);
        await ArrangeAsync([.. order.Where(beside.Contains).Distinct(), .. beside.Except(order)], items, clock.GetUtcNow().UtcDateTime);
    });

    private async Task ChangeAsync(IReadOnlyList<string> sets, Func<List<ContentItem>, Task> change)
    {
        await db.WriteAsync(async () =>
        {
            db.ChangeTracker.Clear();
            var items = await ReadAsync(sets);
            if (items.Count == 0) throw new NotFoundException();
            var may = await rights.TodayAsync();
            if (!items.TrueForAll(may.MayPublish)) throw new NotAllowedException();
            await change(items);
            await db.SaveChangesAsync();
        });
        await tenants.TouchAsync(current.Tenant.Id);
    }

    private async Task<List<ContentItem>> ReadAsync(IReadOnlyCollection<string> sets) =>
        await (await rights.TodayAsync()).Within(db.ContentItems).Include(i => i.Versions.Where(v => v.IsLatest || v.IsPublished)).Where(i => sets.Contains(i.LocalizationSet) && i.DeletedAt == null && i.OriginId == null).ToListAsync();

    private async Task ArrangeAsync(List<string> order, List<ContentItem> read, DateTime at)
    {
        Rule.Require(order.Count <= MostBeside, T.Say("More than {0} pages stand beside each other here. Put some under others first.", MostBeside));
        var places = order.Select((s, place) => (s, place)).ToDictionary(p => p.s, p => p.place + 1);
        var others = await db.ContentItems.Where(i => order.Contains(i.LocalizationSet) && i.DeletedAt == null && i.OriginId == null).Select(i => new { i.LocalizationSet, i.Position }).ToListAsync();
        var moved = others.Where(i => i.Position != places[i.LocalizationSet]).Select(i => i.LocalizationSet).Except(read.Select(i => i.LocalizationSet)).ToList();
        foreach (var item in read.Concat(moved.Count == 0 ? [] : await ReadAsync(moved))) if (places.TryGetValue(item.LocalizationSet, out var place)) item.Place(place, at);
    }
}
