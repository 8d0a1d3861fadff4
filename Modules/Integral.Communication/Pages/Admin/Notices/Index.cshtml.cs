using Integral.Platform.Web;
using Integral.Ui;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.Communication.Pages.Admin.Notices;

/// <summary>Letters with notices, and what became of them.</summary>
[Authorize(CommunicationModule.Notices)]
internal sealed class IndexModel(LetterLog log, Flash flash, Texts texts) : PageModel
{
    private const int PageSize = 30;

    [BindProperty(SupportsGet = true), Display(Name = "What became of them")] public LetterStage? Stage { get; set; }
    [BindProperty(SupportsGet = true)] public string? After { get; set; }

    public IReadOnlyList<NoticeLetter> Letters { get; private set; } = [];
    public IEnumerable<SelectListItem> Stages => Enum.GetValues<LetterStage>().Select(s => new SelectListItem(texts.Say(s.Word()), $"{s}"));
    public string? First => After is null ? null : Url.Page("Index", new { Stage });
    public string? Next { get; private set; }

    public async Task OnGetAsync()
    {
        var rows = await log.PageAsync(Stage, TimeCursor.Read(After), PageSize + 1);
        Letters = [.. rows.Take(PageSize)];
        Next = rows.Count > PageSize ? Url.Page("Index", new { Stage, after = $"{new TimeCursor(Letters[^1].CreatedAt, Letters[^1].Id)}" }) : null;
    }

    public async Task<IActionResult> OnPostResendAsync(Guid id)
    {
        await OnGetAsync();
        await log.ResendAsync(id);
        flash.Good(T.Say("It goes out once more."));
        return RedirectToPage(new { Stage });
    }
}
