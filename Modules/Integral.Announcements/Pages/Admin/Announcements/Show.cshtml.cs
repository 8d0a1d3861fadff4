using System.Globalization;
using Integral.People;
using Integral.Ui;

namespace Integral.Announcements.Pages.Admin.Announcements;

/// <summary>One announcement for whoever writes them: whom it reaches, and who has read it.</summary>
[Authorize(AnnouncementsModule.Announce)]
internal sealed class ShowModel(AnnouncementDesk desk, Readers readers, AudienceWords words, ShownText texts, Current current, Flash flash) : PageModel
{
    private const int PageSize = 50;

    /// <summary>How many institutions stand before those that are shown.</summary>
    [BindProperty(SupportsGet = true)] public int Skip { get; set; }

    public Announcement One { get; private set; } = null!;
    public string? Html { get; private set; }
    public IReadOnlyList<AudienceLine> Lines { get; private set; } = [];
    public ReadCount Count { get; private set; } = new(0, 0);
    public bool IsBelow { get; private set; }

    /// <summary>It is for somebody here too.</summary>
    public bool IsHere => One.Audience.Exists(p => p.Kind is not (AudienceKind.Below or AudienceKind.BelowRole));
    public IReadOnlyList<BelowRow> Below { get; private set; } = [];
    public ReadCount AllBelow { get; private set; } = new(0, 0);
    public string? FirstBelow => Skip > 0 ? Url.Page("Show", new { One.Id }) : null;
    public string? NextBelow { get; private set; }

    public bool MaySeePeople => current.Can(PeopleModule.View);

    /// <summary>What was told of an earlier edition says nothing of this one.</summary>
    public string? ReadIn(BelowRow row) => row.Counted is { } told ? (told.Edition == One.Edition ? told.Read : 0).ToString(CultureInfo.CurrentCulture) : null;

    public async Task OnGetAsync(Guid id)
    {
        One = await desk.FindAsync(id);
        (Html, Lines, Count) = (texts.Html(One), await words.SayAsync(One.Audience), await readers.CountAsync(One));
        IsBelow = Audience.Of(One.Audience).IsBelow;
        if (!IsBelow) return;
        (Below, AllBelow) = await readers.BelowAsync(One);
        if (One.Stage == AnnouncementStage.Draft) return;
        Skip = Math.Clamp(Skip, 0, Below.Count);
        NextBelow = Below.Count > Skip + PageSize ? Url.Page("Show", new { One.Id, skip = Skip + PageSize }) : null;
        Below = [.. Below.Skip(Skip).Take(PageSize)];
    }

    /// <param name="version">The draft as it was on the screen: what a colleague changes meanwhile isn't published unread.</param>
    public async Task<IActionResult> OnPostPublishAsync(Guid id, int version)
    {
        await OnGetAsync(id);
        if (One.Version != version) throw new DbUpdateConcurrencyException();
        await desk.PublishAsync(One);
        flash.Good(T.Say("Published. Whoever it is for finds it in their cabinet and at the bell."));
        return RedirectToPage(new { id });
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id)
    {
        await OnGetAsync(id);
        await desk.WithdrawAsync(One);
        flash.Good(T.Say("Withdrawn. Nobody is shown it any more."));
        return RedirectToPage(new { id });
    }

    public async Task<IActionResult> OnPostDropAsync(Guid id)
    {
        await OnGetAsync(id);
        await desk.DropAsync(One);
        flash.Good(T.Say("The draft is thrown away."));
        return RedirectToPage("Index");
    }
}
