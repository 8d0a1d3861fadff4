using Integral.Workflows.Data;

namespace Integral.Workflows.Inbox;

/// <summary>What somebody looks for in the inbox again and again, by a name of theirs.</summary>
internal sealed class SavedView
{
    public const int LongestName = 60;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }
    public required string Name { get; init; }

    /// <summary>JSON of an <see cref="InboxFilter"/>.</summary>
    public required string Filter { get; set; }

    /// <summary>What it looks for; everything where it was kept by another edition.</summary>
    public InboxFilter Wanted => Json.Read<InboxFilter>(Filter) ?? new();
}

/// <summary>The current person's own views.</summary>
internal sealed class SavedViews(Db db, Current current)
{
    public const int Most = 20;

    public Task<List<SavedView>> ListAsync()
    {
        var me = current.Account!.AccountId;
        return db.SavedViews.AsNoTracking().Where(v => v.AccountId == me).OrderBy(v => v.Name).ToListAsync();
    }

    /// <summary>Keeps one; one of that name looks for this from now on.</summary>
    /// <exception cref="RuleException">It has no name, or there are too many.</exception>
    public Task KeepAsync(string? name, InboxFilter filter) => db.WriteAsync(async () =>
    {
        var (me, called) = (current.Account!.AccountId, name?.Trim() ?? "");
        Rule.Require(called.Length is > 0 and <= SavedView.LongestName, T.Say("From 1 to {0} characters.", SavedView.LongestName), "Name");
        var own = await db.SavedViews.Where(v => v.AccountId == me).ToListAsync();
        if (own.Find(v => v.Name == called) is { } there) there.Filter = Json.Write(filter);
        else
        {
            Rule.Require(own.Count < Most, T.Say("There are {0} views already. Remove one first.", Most), "Name");
            db.Add(new SavedView { AccountId = me, Name = called, Filter = Json.Write(filter) });
        }
        await db.SaveChangesAsync();
    });

    /// <exception cref="NotFoundException">One has no such view.</exception>
    public Task RemoveAsync(Guid id) => db.WriteAsync(async () =>
    {
        var me = current.Account!.AccountId;
        db.Remove(await db.SavedViews.SingleOr404Async(v => v.Id == id && v.AccountId == me));
        await db.SaveChangesAsync();
    });
}
