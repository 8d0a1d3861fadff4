using Integral.Communication.Sms;
using Integral.Ui;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.Communication.Pages.Notices;

/// <summary>About what the current person wants text messages.</summary>
[Authorize]
internal sealed class SmsModel(SmsChoosing choosing, Flash flash, Texts texts) : PageModel
{
    [BindProperty] public SmsForm Form { get; set; } = new();
    public bool IsOn { get; private set; }
    public string? Number { get; private set; }

    /// <summary>They agreed to another number than their card has now.</summary>
    public bool IsOutdated { get; private set; }
    public IEnumerable<SelectListItem> Kinds => choosing.Kinds.Select(k => new SelectListItem(texts.Say(k.Title), k.Name));

    public async Task OnGetAsync()
    {
        var agreed = await LookAsync();
        Form = new() { Agrees = agreed is not null && agreed == Number, Kinds = await choosing.ChosenAsync() };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LookAsync();
        if (!ModelState.IsValid) return Page();
        await choosing.SayAsync(Form.Agrees, Form.Kinds);
        flash.Good(T.Say("Saved."));
        return RedirectToPage();
    }

    private async Task<string?> LookAsync()
    {
        (IsOn, Number) = (await choosing.IsOnAsync(), await choosing.NumberAsync());
        var agreed = await choosing.AgreedAsync();
        IsOutdated = agreed is not null && agreed != Number;
        return agreed;
    }
}

internal sealed class SmsForm
{
    [Display(Name = "I agree that text messages are sent to this number")] public bool Agrees { get; set; }
    [Display(Name = "About what")] public List<string> Kinds { get; set; } = [];
}
