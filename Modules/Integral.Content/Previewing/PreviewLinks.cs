using Integral.Content.Data;
using Integral.Content.Editing;

namespace Integral.Content.Previewing;

/// <summary>Links by which somebody without an account can look at a draft: a colleague, the person whom it is about.</summary>
internal sealed class PreviewLinks(Db db, ContentRights rights, ContentDesk desk, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Makes a link; the one before stops working.</summary>
    /// <returns>What stands in it.</returns>
    /// <exception cref="NotAllowedException">It isn't theirs to change.</exception>
    public async Task<string> MakeAsync(ContentItem item)
    {
        if (!(await rights.TodayAsync()).MayChange(item)) throw new NotAllowedException();
        Rule.Require(item.DeletedAt is null, "This is in the bin. Restore it first.");
        var (key, id, now) = (PreviewKey.New(), item.Id, Now);
        await db.WriteAsync(async () =>
        {
            await db.PreviewKeys.Where(k => k.ItemId == id || k.ExpiresAt <= now).ExecuteDeleteAsync();
            db.Add(new PreviewKey { ItemId = id, Digest = PreviewKey.DigestOf(key), ExpiresAt = now + PreviewKey.Lasts });
            await db.SaveChangesAsync();
        });
        return key;
    }

    /// <summary>Makes the link stop working.</summary>
    public async Task WithdrawAsync(ContentItem item)
    {
        if (!(await rights.TodayAsync()).MayChange(item)) throw new NotAllowedException();
        var id = item.Id;
        await db.WriteAsync(() => db.PreviewKeys.Where(k => k.ItemId == id).ExecuteDeleteAsync());
    }

    /// <summary>Until when there is a link to it; null where there is none.</summary>
    public async Task<DateTime?> UntilAsync(ContentItem item)
    {
        var (id, now) = (item.Id, Now);
        return await db.PreviewKeys.Where(k => k.ItemId == id && k.ExpiresAt > now).Select(k => (DateTime?)k.ExpiresAt).FirstOrDefaultAsync();
    }

    /// <summary>The latest version of what a link leads to.</summary>
    /// <exception cref="NotFoundException">There is no such link, it is too old, or what it leads to is in the bin.</exception>
    public async Task<Sheet> OpenAsync(string key)
    {
        var (digest, now) = (PreviewKey.DigestOf(key), Now);
        var id = await db.PreviewKeys.Where(k => k.Digest == digest && k.ExpiresAt > now).Select(k => (Guid?)k.ItemId).FirstOrDefaultAsync() ?? throw new NotFoundException();
        return await desk.ReadAsync(await db.ContentItems.AsNoTracking().Include(i => i.Versions.Where(v => v.IsLatest)).SingleOr404Async(i => i.Id == id && i.DeletedAt == null));
    }
}
