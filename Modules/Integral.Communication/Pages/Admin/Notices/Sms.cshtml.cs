using Integral.Communication.Sms;
using Integral.Platform.Web;
using Integral.Ui;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.Communication.Pages.Admin.Notices;

/// <summary>Whether the institution sends text messages, and what became of them.</summary>
[Authorize(CommunicationModule.Notices)]
internal sealed class SmsModel(SmsLog log, NoticeKinds kinds, Flash flash, Texts texts) : PageModel
{
    private const int PageSize = 30;

    [BindProperty, Display(Name = "Send text messages to people who want them")] public bool IsOn { get; set; }
    [BindProperty(SupportsGet = true), Display(Name = "What became of them")] public LetterStage? Stage { get; set; }
    [BindProperty(SupportsGet = true)] public string? After { get; set; }

    public bool HasGateway => log.HasGateway;
    public IReadOnlyList<TextMessage> Messages { get; private set; } = [];
    public IEnumerable<SelectListItem> Stages => Enum.GetValues<LetterStage>().Select(s => new SelectListItem(texts.Say(s.Word()), $"{s}"));
    public string? First => After is null ? null : Url.Page("Sms", new { Stage });
    public string? Next { get; private set; }

    public string TitleOf(TextMessage message) => kinds.Find(message.Kind) is { } kind ? texts.Say(kind.Title) : message.Kind;

    public async Task OnGetAsync()
    {
        IsOn = await log.IsOnAsync();
        await LookAsync();
    }

    public async Task<IActionResult> OnPostSwitchAsync()
    {
        await LookAsync();
        await log.SwitchAsync(IsOn);
        flash.Good(T.Say("Saved."));
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostResendAsync(Guid id)
    {
        await LookAsync();
        await log.ResendAsync(id);
        flash.Good(T.Say("It goes out once more."));
        return RedirectToPage(new { Stage });
    }

    private async Task LookAsync()
    {
        var rows = await log.PageAsync(Stage, TimeCursor.Read(After), PageSize + 1);
        Messages = [.. rows.Take(PageSize)];
        Next = rows.Count > PageSize ? Url.Page("Sms", new { Stage, after = $"{new TimeCursor(Messages[^1].CreatedAt, Messages[^1].Id)}" }) : null;
    }
}
