using Integral.Ui;

namespace Integral.Announcements.Pages.Announcements;

/// <summary>One announcement, with the button by which its reader says that they have read it.</summary>
[Authorize]
internal sealed class ShowModel(AnnouncementBook book, AnnouncementWording wording, ShownText texts, Flash flash) : PageModel
{
    public AnnouncementRow Row { get; private set; } = null!;
    public string From => wording.From(Row);
    public string? Html { get; private set; }
    public string Text { get; private set; } = "";

    public async Task OnGetAsync(Guid id)
    {
        (Row, var one) = await book.FindAsync(id);
        (Html, Text) = (texts.Html(one), one.Text);
    }

    public async Task<IActionResult> OnPostReadAsync(Guid id, int edition)
    {
        await OnGetAsync(id);
        await book.ReadAsync(id, edition);
        flash.Good(T.Say("Thank you. Whoever wrote it sees that you have read it."));
        return RedirectToPage(new { id });
    }
}
