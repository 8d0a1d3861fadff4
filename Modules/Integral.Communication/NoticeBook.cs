using System.Globalization;
using Integral.Communication.Contracts;
using Integral.Communication.Data;
using Integral.Platform.Live;
using Integral.Platform.Navigation;
using Integral.Platform.Web;

namespace Integral.Communication;

/// <summary>What the current person was told, for the screen and the API alike. Nobody sees anybody else's.</summary>
internal sealed class NoticeBook(Db db, Current current, LiveNews live, TimeProvider clock) : IOwnNotices
{
    public const int PageSize = 20, MostCounted = 99;

    /// <summary>Counted to one more than is shown.</summary>
    public Task<int> UnreadAsync() => Mine.Where(n => n.ReadAt == null).OrderBy(n => n.Id).Take(MostCounted + 1).CountAsync();

    /// <summary>The latest first.</summary>
    public async Task<(IReadOnlyList<Notice> Notices, TimeCursor? Next)> PageAsync(bool unread, TimeCursor? after, int size = PageSize)
    {
        var mine = Mine.AsNoTracking();
        if (unread) mine = mine.Where(n => n.ReadAt == null);
        if (after is { At: var at, Id: var id }) mine = mine.Where(n => n.At < at || n.At == at && n.Id < id);
        var rows = await mine.OrderByDescending(n => n.At).ThenByDescending(n => n.Id).Take(size + 1).ToListAsync();
        return rows.Count > size ? (rows[..size], new(rows[size - 1].At, rows[size - 1].Id)) : (rows, null);
    }

    /// <returns>The page that it opens, without the tenant's part.</returns>
    /// <exception cref="NotFoundException">One has no such notice.</exception>
    public async Task<string> ReadAsync(Guid id)
    {
        Changed();
        return await db.WriteAsync(async () =>
        {
            await ReadAsync(Mine.Where(n => n.Id == id && n.ReadAt == null));
            return (await Mine.AsNoTracking().SingleOr404Async(n => n.Id == id)).Address;       // of the last that joined it before
        });
    }

    /// <param name="until">When the latest of those was told that one has seen: what came since stays new.</param>
    public Task ReadAllAsync(DateTime until)
    {
        Changed();
        return db.WriteAsync(() => ReadAsync(Mine.Where(n => n.ReadAt == null && n.At <= until)));
    }

    public Task ReadAboutAsync(string about)
    {
        Changed();
        return db.WriteAsync(() => ReadAsync(Mine.Where(n => n.About == about && n.ReadAt == null)));
    }

    // As one statement: news that joins a notice at this moment waits for it, or has joined before.
    private Task<int> ReadAsync(IQueryable<Notice> some)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return some.ExecuteUpdateAsync(n => n.SetProperty(x => x.ReadAt, now).SetProperty(x => x.WriteAt, (DateTime?)null));
    }

    private IQueryable<Notice> Mine
    {
        get
        {
            var me = current.Account!.AccountId;
            return db.Notices.Where(n => n.AccountId == me);
        }
    }

    private void Changed() => live.AfterCommit(db, new(NoticeIntake.Topic), current.Account!.AccountId);
}

/// <summary>The bell above every page of the work face.</summary>
internal sealed class Bell(NoticeBook book, Current current, Texts texts) : IBarMark
{
    public async ValueTask<BarMark?> ShowAsync()
    {
        if (current.Account is not { MustChangePassword: false }) return null;      // until then every page of theirs leads to one
        var unread = await book.UnreadAsync();
        var number = unread > NoticeBook.MostCounted ? $"{NoticeBook.MostCounted}+" : unread.ToString(CultureInfo.CurrentCulture);
        return new(unread == 0 ? texts["Notices"] : texts["Notices, not read yet: {0}", number], unread == 0 ? null : number, "/notices", "bell", NoticeIntake.Topic, "/notices?handler=Mark");
    }
}
