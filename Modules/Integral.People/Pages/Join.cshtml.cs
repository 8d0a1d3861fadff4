using Integral.Platform.Audit;
using Microsoft.AspNetCore.Http;

namespace Integral.People.Pages;

/// <summary>Where an invitation leads. A code that is wrong, used, expired or another institution's gets one and the same answer.</summary>
[AllowAnonymous]
internal sealed class JoinModel(Invitations invitations, WrongCodes wrong, SignIn signIn, Current current, Trail trail) : PageModel
{
    [BindProperty] public JoinForm Form { get; set; } = new();
    public Invitation? Invitation { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code) => await FindAsync(code) ?? Page();

    /// <summary>With a new account.</summary>
    public async Task<IActionResult> OnPostAsync(string code)
    {
        if (await FindAsync(code) is { } refused) return refused;
        if (!ModelState.IsValid) return Page();
        var account = await invitations.AcceptAsync(Invitation!, Form.Login, Form.Password);
        signIn.Give(HttpContext, await signIn.OpenAsync(account, SessionKind.Browser, HttpContext));
        return LocalRedirect("~/cabinet");
    }

    /// <summary>With the account that is signed in.</summary>
    public async Task<IActionResult> OnPostPresentAsync(string code)
    {
        if (await FindAsync(code) is { } refused) return refused;
        if (current.Account is null) return RedirectToPage(null, null, new { code });
        await invitations.AcceptAsync(Invitation!, current.Account.AccountId);
        return LocalRedirect("~/cabinet");
    }

    private async Task<IActionResult?> FindAsync(string code)
    {
        if (wrong.AreTooMany(trail.From)) return StatusCode(StatusCodes.Status429TooManyRequests);
        Invitation = await invitations.FindAsync(code);
        if (Invitation is not null) return null;
        wrong.Count(trail.From);
        var page = Page();
        page.StatusCode = StatusCodes.Status404NotFound;
        return page;
    }
}

internal sealed class JoinForm
{
    [Display(Name = "Login", Description = "Your e-mail, or a name you will remember."), Required, StringLength(200)] public string Login { get; set; } = "";
    [Display(Name = "Password", Description = "At least 10 characters; length matters more than odd signs."), Required, DataType(DataType.Password), StringLength(Passwords.Longest)] public string Password { get; set; } = "";
    [Display(Name = "Password once more"), Required, DataType(DataType.Password), Compare(nameof(Password))] public string Again { get; set; } = "";
}
