namespace Integral.Accounts.Pages.Account;

/// <summary>Where the language menu posts to.</summary>
[Authorize]
internal sealed class LanguageModel(HostDb host, Current current) : PageModel
{
    public IActionResult OnGet() => RedirectToPage("Index");

    public async Task<IActionResult> OnPostAsync(string culture, [FromForm(Name = "return")] string? wanted)
    {
        var account = await host.Users.SingleAsync(a => a.Id == current.Account!.AccountId);
        account.Speak(culture);
        await host.SaveChangesAsync();
        return LocalRedirect(Landing.IsLocal(wanted) ? wanted! : $"{current.Base}/cabinet");
    }
}
