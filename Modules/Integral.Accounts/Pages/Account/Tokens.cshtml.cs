using Integral.Ui;

namespace Integral.Accounts.Pages.Account;

/// <summary>Tokens for programs that act in one's name.</summary>
[Authorize]
internal sealed class TokensModel(HostDb host, Current current, OwnSessions sessions, SignIn signIn, Flash flash) : PageModel
{
    public IReadOnlyList<Session> Tokens { get; private set; } = [];

    /// <summary>The token just made: shown once.</summary>
    public string? Made { get; private set; }
    [BindProperty] public TokenForm Form { get; set; } = new();

    public async Task OnGetAsync() => Tokens = await sessions.TokensAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (ModelState.IsValid)
        {
            var account = await host.Users.SingleAsync(a => a.Id == current.Account!.AccountId);
            Made = await signIn.OpenAsync(account, SessionKind.Personal, HttpContext, TimeSpan.FromDays(Form.Days), Form.Name);
        }
        Tokens = await sessions.TokensAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id)
    {
        await sessions.EndAsync(id);
        flash.Good(T.Say("The token no longer works."));
        return RedirectToPage();
    }
}

internal sealed class TokenForm
{
    [Required, StringLength(120), Display(Name = "What it is for")] public string Name { get; set; } = "";
    [Range(1, 365), Display(Name = "Valid for days")] public int Days { get; set; } = 90;
}
