using Microsoft.AspNetCore.RateLimiting;

namespace Integral.Accounts.Pages.Account;

[AllowAnonymous, EnableRateLimiting(AccountsModule.SignInLimit)]
internal sealed class ForgotModel(Recovery recovery, Db db, Current current) : PageModel
{
    [BindProperty] public ForgotForm Form { get; set; } = new();

    /// <summary>The letter is on its way, if there is anybody to send it to.</summary>
    [BindProperty(SupportsGet = true)] public bool Sent { get; set; }

    public void OnGet() => RequireOffered();

    public async Task<IActionResult> OnPostAsync()
    {
        RequireOffered();
        if (!ModelState.IsValid) return Page();
        recovery.Ask(Form.Login);
        await db.SaveChangesAsync();
        return LocalRedirect($"{current.Base}{current.CulturePrefix}/forgot?sent=true");
    }

    private void RequireOffered()
    {
        if (!recovery.IsOffered) throw new NotFoundException();
    }
}

internal sealed class ForgotForm
{
    [Required, StringLength(256), Display(Name = "Login or e-mail")] public string Login { get; set; } = "";
}
