using Integral.Platform.Messaging;
using Integral.Platform.Navigation;
using Microsoft.AspNetCore.RateLimiting;

namespace Integral.Accounts.Pages.Account;

[AllowAnonymous, EnableRateLimiting(AccountsModule.SignInLimit)]
internal sealed class SignInModel(SignIn signIn, Crossing crossing, Landing landing, DemoAccounts demo, IExtensions<IWayIn> ways, Letters letters, Texts texts) : PageModel
{
    [BindProperty] public SignInForm Form { get; set; } = new();
    [BindProperty(SupportsGet = true, Name = "return")] public string? Return { get; set; }

    /// <summary>The institution's own host that the browser came from and goes back to.</summary>
    [BindProperty(SupportsGet = true)] public string? Host { get; set; }
    public IReadOnlyList<DemoAccount> Demo { get; private set; } = [];

    /// <summary>For those who have no account yet.</summary>
    public IReadOnlyList<WayIn> Ways { get; private set; } = [];
    public bool CanRecover => letters.IsOn;

    public async Task<IActionResult> OnGetAsync()
    {
        if (crossing.ToPublicHost(Return) is { } elsewhere) return Redirect(elsewhere);
        await ShowAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ShowAsync();
        if (!ModelState.IsValid) return Page();
        try
        {
            var account = await signIn.CheckAsync(Form.Login, Form.Password);
            if (await crossing.BackAsync(account, Host, Return) is { } back) return Redirect(back);
            signIn.Give(HttpContext, await signIn.OpenAsync(account, SessionKind.Browser, HttpContext));
            return LocalRedirect(await landing.AfterSignInAsync(account, Return));
        }
        catch (BusyException)
        {
            ModelState.AddModelError("", texts["Too many people sign in right now. Try again in a minute."]);
            Response.Headers.RetryAfter = "60";
            return Page();
        }
    }

    private async Task ShowAsync()
    {
        Demo = await demo.ListAsync();
        var shown = new List<WayIn>();
        foreach (var way in ways) if (await way.ShownAsync(Return) is { } open) shown.Add(open);
        Ways = shown;
    }
}

internal sealed class SignInForm
{
    [Required, StringLength(256), Display(Name = "Login or e-mail")] public string Login { get; set; } = "";
    [Required, StringLength(Passwords.Longest), DataType(DataType.Password), Display(Name = "Password")] public string Password { get; set; } = "";
}
