namespace Integral.Accounts.Pages.Account;

[Authorize]
internal sealed class SignOutModel(SignIn signIn, Current current) : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.CloseAsync(current.Account!.SessionId, HttpContext);
        return LocalRedirect($"{current.Base}/");
    }
}
