using Integral.Communication.Contracts;
using Integral.Platform.Messaging;
using Integral.Ui;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.Communication.Pages.Notices;

/// <summary>About what the current person wants letters, and when.</summary>
[Authorize]
internal sealed class SettingsModel(NoticeChoosing choosing, HostDb host, Current current, Letters letters, Flash flash, Texts texts) : PageModel
{
    private IReadOnlyList<(NoticeKind Kind, LetterChoice Letters)> kinds = [];

    [BindProperty] public SettingsForm Form { get; set; } = new();
    public bool HasLetters => letters.IsOn;
    public bool HasEmail { get; private set; }
    public IEnumerable<string> Elsewhere => kinds.Where(k => k.Kind.IsWrittenElsewhere).Select(k => texts.Say(k.Kind.Title));
    public IEnumerable<SelectListItem> Choices => Enum.GetValues<LetterChoice>().Select(c => new SelectListItem(texts.Say(c.Word()), $"{c}"));
    public static IEnumerable<SelectListItem> Hours => Enumerable.Range(0, 24).Select(h => new SelectListItem($"{h:00}:00", $"{h}"));

    public string TitleOf(string kind) => kinds.FirstOrDefault(k => k.Kind.Name == kind).Kind is { } one ? texts.Say(one.Title) : kind;

    public async Task OnGetAsync()
    {
        await LookAsync();
        var habits = await choosing.HabitsAsync();
        Form = new()
        {
            QuietFrom = habits.QuietFrom, QuietUntil = habits.QuietUntil, DailyAt = habits.DailyAt,
            Kinds = [.. kinds.Where(k => !k.Kind.IsWrittenElsewhere).Select(k => new ChoiceForm { Kind = k.Kind.Name, Letters = k.Letters })],
        };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LookAsync();
        if (!ModelState.IsValid) return Page();
        await choosing.SayAsync(Form.QuietFrom, Form.QuietUntil, Form.DailyAt, Form.Kinds.DistinctBy(k => k.Kind).ToDictionary(k => k.Kind, k => k.Letters));
        flash.Good(T.Say("Saved."));
        return RedirectToPage();
    }

    private async Task LookAsync()
    {
        kinds = await choosing.KindsAsync();
        var me = current.Account!.AccountId;
        HasEmail = await host.Users.AnyAsync(a => a.Id == me && a.Email != null && a.Email != "");
    }
}

internal sealed class SettingsForm
{
    public List<ChoiceForm> Kinds { get; set; } = [];
    [Display(Name = "No letters from"), Range(0, 23)] public int QuietFrom { get; set; }
    [Display(Name = "Letters come again from"), Range(0, 23)] public int QuietUntil { get; set; }
    [Display(Name = "The daily letter comes at"), Range(0, 23)] public int DailyAt { get; set; }
}

internal sealed class ChoiceForm
{
    [Required, StringLength(NoticeKind.LongestName)] public string Kind { get; set; } = "";
    public LetterChoice Letters { get; set; }
}
