using Integral.People;

namespace Integral.Announcements.Pages.Admin.Announcements;

/// <summary>Who has read an announcement, by name: for those who announce and may see the people.</summary>
[Authorize(PeopleModule.View)]
internal sealed class ReadersModel(AnnouncementDesk desk, Readers readers, Current current) : PageModel
{
    [BindProperty(SupportsGet = true)] public bool HasRead { get; set; }
    [BindProperty(SupportsGet = true)] public string? After { get; set; }

    public Announcement One { get; private set; } = null!;
    public ReaderPage Shown { get; private set; } = new([], 0, null);
    public string? First => After is null ? null : Url.Page("Readers", new { One.Id, HasRead });
    public string? Next { get; private set; }

    public async Task OnGetAsync(Guid id)
    {
        if (!current.Can(AnnouncementsModule.Announce)) throw new NotAllowedException();
        One = await desk.FindAsync(id);
        Shown = await readers.PageAsync(One, HasRead, After);
        Next = Shown.Next is null ? null : Url.Page("Readers", new { One.Id, HasRead, after = Shown.Next });
    }
}
