using Integral.People.Registration;
using Integral.Platform.Audit;

namespace Integral.People.Pages.Register;

/// <summary>Where the letter's link leads. Opening it changes nothing: mail programs open links by themselves.</summary>
[Feature(PeopleModule.Registration), AllowAnonymous, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class FinishModel(RegistrationLinks links, Citizens citizens, WrongCodes wrong, OwnAccounts own, SignIn signIn, Current current, Trail trail) : EnteringPage(wrong, own, current, trail)
{
    private readonly Current here = current;

    public RegistrationAsked? Asked { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code) => await FindAsync(code) ?? Page();

    /// <summary>With a new account.</summary>
    public async Task<IActionResult> OnPostAsync(string code)
    {
        if (await FindAsync(code) is { } refused) return refused;
        if (!ModelState.IsValid) return new PageResult { StatusCode = 422 };
        var account = await citizens.EnterAsync(Asked!, Enter.Password);
        signIn.Give(HttpContext, await signIn.OpenAsync(account, SessionKind.Browser, HttpContext));
        return LocalRedirect(Asked!.Return ?? "~/cabinet");
    }

    /// <summary>With the account that is signed in.</summary>
    public async Task<IActionResult> OnPostPresentAsync(string code)
    {
        ModelState.Clear();
        if (await FindAsync(code) is { } refused) return refused;
        if (here.Account is null) return RedirectToPage(null, null, new { code });
        await citizens.EnterAsync(Asked!, here.Account.AccountId);
        return LocalRedirect(Asked!.Return ?? "~/cabinet");
    }

    private Task<IActionResult?> FindAsync(string code) => FoundAsync((Asked = links.Read(code))?.Who.Email);
}
