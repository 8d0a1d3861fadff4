using Integral.Platform.Navigation;
using Integral.Platform.Web;

namespace Integral.Communication.Pages.Notices;

/// <summary>What the current person was told.</summary>
[Authorize]
internal sealed class IndexModel(NoticeBook book, NoticeWords words, Current current, IExtensions<IBarMark> marks) : PageModel
{
    [BindProperty(SupportsGet = true)] public bool Unread { get; set; }
    [BindProperty(SupportsGet = true)] public string? After { get; set; }

    /// <summary>When the latest was told that the page showed.</summary>
    [BindProperty] public DateTime? Until { get; set; }

    public IReadOnlyList<(Notice Notice, Wording Said)> Shown { get; private set; } = [];
    public string? First => After is null ? null : Url.Page("Index", new { Unread });
    public string? Next { get; private set; }
    public bool HasUnread => Shown.Any(s => s.Notice.ReadAt is null);

    public string AddressOf(Notice notice) => current.Base + notice.Address;

    public async Task OnGetAsync()
    {
        var (notices, next) = await book.PageAsync(Unread, TimeCursor.Read(After));
        var shown = new List<(Notice, Wording)>();
        foreach (var notice in notices) shown.Add((notice, await words.SayAsync(notice)));
        Until = shown is [var (latest, _), ..] ? latest.At : null;
        (Shown, Next) = (shown, next is null ? null : Url.Page("Index", new { Unread, after = $"{next}" }));
    }

    /// <summary>The bell anew, for a page that is open.</summary>
    public async Task<IActionResult> OnGetMarkAsync() => Partial("_BarMark", await marks.OfType<Bell>().Single().ShowAsync());

    public async Task<IActionResult> OnPostOpenAsync(Guid id) => LocalRedirect(current.Base + await book.ReadAsync(id));

    public async Task<IActionResult> OnPostReadAsync(Guid id)
    {
        await book.ReadAsync(id);
        return RedirectToPage(new { Unread, After });
    }

    public async Task<IActionResult> OnPostAllAsync()
    {
        if (Until is { } until) await book.ReadAllAsync(until.ToUniversalTime());
        return RedirectToPage(new { Unread });
    }
}
