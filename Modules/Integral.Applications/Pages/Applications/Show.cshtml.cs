using Integral.Ui;

namespace Integral.Applications.Pages.Applications;

/// <summary>What became of one's application. Whoever has the address may read it, answer and withdraw it.</summary>
[AllowAnonymous, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ShowModel(Following following, Current current, Flash flash) : PageModel
{
    [BindProperty] public AnswerForm Form { get; set; } = new();

    /// <summary>It has just been sent.</summary>
    [BindProperty(SupportsGet = true)] public bool Sent { get; set; }

    public Application Application { get; private set; } = null!;

    /// <summary>What was asked last.</summary>
    public string? Asked => Application.Status == ApplicationStatus.Asked ? Application.History.Where(e => e.Status == ApplicationStatus.Asked).MaxBy(e => e.Id)?.Text : null;

    public async Task OnGetAsync(string key) => Application = await following.OfKeyAsync(key);

    public async Task<IActionResult> OnPostAsync(string key)
    {
        Application = await following.OfKeyAsync(key);
        if (!ModelState.IsValid) return new PageResult { StatusCode = 422 };
        await following.AnswerAsync(key, Form.Text);
        flash.Good(T.Say("Your answer has arrived."));
        return Again(key);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(string key)
    {
        ModelState.Clear();
        Application = await following.OfKeyAsync(key);
        await following.WithdrawAsync(key);
        flash.Good(T.Say("You have withdrawn your application."));
        return Again(key);
    }

    private LocalRedirectResult Again(string key) => LocalRedirect($"{current.Base}{current.CulturePrefix}/applications/{key}");
}

internal sealed class AnswerForm
{
    [Display(Name = "Your answer"), Required, StringLength(Application.LongestMessage)] public string Text { get; set; } = "";
}
