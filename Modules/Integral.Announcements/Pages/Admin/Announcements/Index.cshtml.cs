using Integral.Platform.Web;

namespace Integral.Announcements.Pages.Admin.Announcements;

/// <summary>What the institution announces.</summary>
[Authorize(AnnouncementsModule.Announce)]
internal sealed class IndexModel(AnnouncementDesk desk, Readers readers) : PageModel
{
    private const int PageSize = 30;
    private IReadOnlyDictionary<Guid, int> read = new Dictionary<Guid, int>();

    [BindProperty(SupportsGet = true)] public string? After { get; set; }

    public IReadOnlyList<Announcement> Rows { get; private set; } = [];
    public string? First => After is null ? null : Url.Page("Index");
    public string? Next { get; private set; }

    public int ReadOf(Announcement one) => read.GetValueOrDefault(one.Id);

    public async Task OnGetAsync()
    {
        (Rows, var next) = await desk.PageAsync(TimeCursor.Read(After), PageSize);
        Next = next is null ? null : Url.Page("Index", new { after = $"{next}" });
        read = await readers.CountsAsync(Rows);
    }
}
