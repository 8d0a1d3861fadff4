using Integral.Platform.Web;

namespace Integral.Announcements.Pages.Announcements;

/// <summary>What is announced to the current person.</summary>
[Authorize]
internal sealed class IndexModel(AnnouncementBook book, AnnouncementWording wording) : PageModel
{
    [BindProperty(SupportsGet = true)] public bool Unread { get; set; }
    [BindProperty(SupportsGet = true)] public string? After { get; set; }

    public AnnouncementWording Wording => wording;
    public IReadOnlyList<AnnouncementRow> Rows { get; private set; } = [];
    public string? First => After is null ? null : Url.Page("Index", new { Unread });
    public string? Next { get; private set; }

    public async Task OnGetAsync()
    {
        (Rows, var next) = await book.PageAsync(Unread, TimeCursor.Read(After));
        Next = next is null ? null : Url.Page("Index", new { Unread, after = $"{next}" });
    }

    /// <summary>Of which no more is asked is read when it is opened.</summary>
    public async Task<IActionResult> OnPostOpenAsync(Guid id, int edition)
    {
        await OnGetAsync();
        if ((await book.FindAsync(id)).Row is { IsImportant: false }) await book.ReadAsync(id, edition);
        return RedirectToPage("Show", new { id });
    }
}
