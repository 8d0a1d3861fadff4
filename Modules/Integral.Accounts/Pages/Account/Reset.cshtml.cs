using Integral.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace Integral.Accounts.Pages.Account;

/// <summary>Where the letter's link leads. A link that is used, too old or damaged gets one and the same answer.</summary>
[AllowAnonymous, EnableRateLimiting(AccountsModule.SignInLimit)]
internal sealed class ResetModel(Recovery recovery, Flash flash, Current current) : PageModel
{
    [BindProperty] public ResetForm Form { get; set; } = new();
    public Integral.Platform.Security.Account? Owner { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code) => await FindAsync(code) ?? Page();

    public async Task<IActionResult> OnPostAsync(string code)
    {
        if (await FindAsync(code) is { } refused) return refused;
        if (!ModelState.IsValid) return Page();
        await recovery.SetAsync(Owner!, Form.Password);
        flash.Good(T.Say("The password is changed. Sign in with the new one."));
        return LocalRedirect($"{current.Base}{current.CulturePrefix}/sign-in");
    }

    private async Task<IActionResult?> FindAsync(string code)
    {
        Owner = await recovery.FindAsync(code);
        if (Owner is not null) return null;
        var page = Page();
        page.StatusCode = StatusCodes.Status404NotFound;
        return page;
    }
}

internal sealed class ResetForm
{
    [Required, StringLength(Passwords.Longest), DataType(DataType.Password), Display(Name = "New password")] public string Password { get; set; } = "";
    [Required, Compare(nameof(Password)), DataType(DataType.Password), Display(Name = "New password once more")] public string Again { get; set; } = "";
}
