
namespace Integral.Accounts.Pages.Account;

/// <summary>The end of signing in on the public host: the browser is back on the institution's own.</summary>
[AllowAnonymous]
internal sealed class FinishModel(Handovers handovers, SignIn signIn) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? code, [FromQuery(Name = "return")] string? wanted)
    {
        if (await handovers.RedeemAsync(code ?? "", HttpContext) is not { } secret) return Page();
        signIn.Give(HttpContext, secret);
        return LocalRedirect(Landing.IsLocal(wanted) ? wanted! : "/cabinet");
    }
}
