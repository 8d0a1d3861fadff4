using Integral.Ui;

namespace Integral.Applications.Pages.Applications;

/// <summary>What became of one's application. Whoever has the address may read it, answer and withdraw it.</summary>
[AllowAnonymous, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ShowModel(Following following, KnownOpenings openings, Db db, Current current, Flash flash) : PageModel
{
    [BindProperty] public AnswerForm Form { get; set; } = new();

    /// <summary>It has just been sent.</summary>
    [BindProperty(SupportsGet = true)] public bool Sent { get; set; }

    public Application Application { get; private set; } = null!;

    /// <summary>What the applicant has chosen, where it consists of parts.</summary>
    public IReadOnlyList<Sentence> Chosen { get; private set; } = [];

    /// <summary>What was asked last.</summary>
    public string? Asked => Application.Status == ApplicationStatus.Asked ? Application.History.Where(e => e.Status == ApplicationStatus.Asked).MaxBy(e => e.Id)?.Text : null;

    public Task OnGetAsync(string key) => OpenAsync(key);

    public async Task<IActionResult> OnPostAsync(string key)
    {
        await OpenAsync(key);
        if (!ModelState.IsValid) return new PageResult { StatusCode = 422 };
        await following.AnswerAsync(key, Form.Text);
        flash.Good(T.Say("Your answer has arrived."));
        return Again(key);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(string key)
    {
        ModelState.Clear();
        await OpenAsync(key);
        await following.WithdrawAsync(key);
        flash.Good(T.Say("You have withdrawn your application."));
        return Again(key);
    }

    private async Task OpenAsync(string key)
    {
        Application = await following.OfKeyAsync(key);
        Chosen = (await openings.FindAsync(db, current.Tenant, Application.ForKind, Application.ForId))?.Contents ?? [];
    }

    private LocalRedirectResult Again(string key) => LocalRedirect($"{current.Base}{current.CulturePrefix}/applications/{key}");
}

internal sealed class AnswerForm
{
    [Display(Name = "Your answer"), Required, StringLength(Application.LongestMessage)] public string Text { get; set; } = "";
}
