using Integral.Ui;
using Integral.Ui.TagHelpers;
using Integral.Workflows.Calls;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.Workflows.Pages.Admin.Workflows;

/// <summary>Calls of workflows to other systems, and what became of them.</summary>
[Authorize(WorkflowsModule.Change)]
internal sealed class CallsModel(CallLog log, WebhookHosts hosts, Flash flash, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true), Display(Name = "What became of them")] public CallStage? Stage { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? After { get; set; }

    public IReadOnlyList<WebhookCall> Calls { get; private set; } = [];
    public DateTime? SecretAt { get; private set; }

    /// <summary>One that was just made: it is shown this once.</summary>
    public string? Secret { get; private set; }
    public bool IsOffered => hosts.IsOffered;
    public IEnumerable<SelectListItem> Stages => Enum.GetValues<CallStage>().Select(s => new SelectListItem(texts.Say(s.Word()), $"{s}"));
    public string? First => After is null ? null : Url.Page("Calls", new { Stage });
    public string? Next { get; private set; }

    public static Tone ToneOf(CallStage stage) => stage switch { CallStage.OnItsWay => Tone.Info, CallStage.Sent => Tone.Good, _ => Tone.Bad };

    public async Task OnGetAsync()
    {
        var rows = await log.PageAsync(Stage, After, CallLog.PageSize + 1);
        Calls = [.. rows.Take(CallLog.PageSize)];
        Next = rows.Count > CallLog.PageSize ? Url.Page("Calls", new { Stage, after = Calls[^1].Id }) : null;
        SecretAt = await log.SecretAsync();
    }

    public async Task<IActionResult> OnPostResendAsync(Guid id)
    {
        await OnGetAsync();
        await log.ResendAsync(id);
        flash.Good(T.Say("It goes out once more."));
        return RedirectToPage(new { Stage });
    }

    public async Task<IActionResult> OnPostSecretAsync()
    {
        Secret = await log.MakeSecretAsync();
        await OnGetAsync();
        return Page();
    }
}
