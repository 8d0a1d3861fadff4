using Integral.People.Registration;
using Integral.Platform.Audit;
using Integral.Platform.Web;
using Integral.Ui;

namespace Integral.People.Pages.Register;

/// <summary>Where the letters to an organisation lead: it confirms the e-mail, sees how far the registration has come, corrects it and comes in.</summary>
[Feature(PeopleModule.Registration), AllowAnonymous, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class FollowModel(OrganisationIntake intake, Representatives representatives, WrongCodes wrong, OwnAccounts own, SignIn signIn, Db db, Texts texts, Flash flash, Current current, Trail trail) : EnteringPage(wrong, own, current, trail)
{
    private readonly Current here = current;

    [BindProperty] public OrganisationForm Form { get; set; } = new();
    public OrganisationRegistration? Registration { get; private set; }
    public bool HasComeIn { get; private set; }
    public OrganisationFields Fields => new(Form, texts);

    public async Task<IActionResult> OnGetAsync(string key)
    {
        if (await FindAsync(key) is { } refused) return refused;
        Form = OrganisationForm.Of(Registration!);
        return Page();
    }

    public async Task<IActionResult> OnPostConfirmAsync(string key)
    {
        ModelState.Clear();
        if (await FindAsync(key) is { } refused) return refused;
        await intake.ConfirmAsync(key);
        flash.Good(T.Say("Thank you. The registration has arrived; we write to you what becomes of it."));
        return Again(key);
    }

    public async Task<IActionResult> OnPostCorrectAsync(string key)
    {
        Keep(nameof(Form));
        if (await FindAsync(key) is { } refused) return refused;
        if (!ModelState.IsValid) return new PageResult { StatusCode = 422 };
        await intake.CorrectAsync(key, Form.ToWords(Registration!.Email));
        flash.Good(T.Say("Thank you. We look at it again."));
        return Again(key);
    }

    /// <summary>With a new account.</summary>
    public async Task<IActionResult> OnPostAsync(string key)
    {
        Keep(nameof(Enter));
        if (await FindAsync(key) is { } refused) return refused;
        if (!ModelState.IsValid) return new PageResult { StatusCode = 422 };
        var account = await representatives.EnterAsync(key, Enter.Password);
        signIn.Give(HttpContext, await signIn.OpenAsync(account, SessionKind.Browser, HttpContext));
        return LocalRedirect("~/cabinet");
    }

    /// <summary>With the account that is signed in.</summary>
    public async Task<IActionResult> OnPostPresentAsync(string key)
    {
        ModelState.Clear();
        if (await FindAsync(key) is { } refused) return refused;
        if (here.Account is null) return Again(key);
        await representatives.EnterAsync(key, here.Account.AccountId);
        return LocalRedirect("~/cabinet");
    }

    // Of the two forms of the page one is sent. What the other one lacks stands in the state too, and without its prefix, as nothing came that has it.
    private void Keep(string form)
    {
        foreach (var name in ModelState.Keys.Where(k => !k.StartsWith($"{form}.", StringComparison.Ordinal)).ToList()) ModelState.Remove(name);
    }

    private async Task<IActionResult?> FindAsync(string key)
    {
        var registrations = db.Set<OrganisationRegistration>();
        Registration = key.Length == FormTickets.KeyLength ? await registrations.AsNoTracking().SingleOrDefaultAsync(r => r.Key == key) : null;
        HasComeIn = Registration is { State: RegistrationState.Accepted } one && await representatives.HasComeInAsync(one);
        return await FoundAsync(Registration?.Email);
    }

    private LocalRedirectResult Again(string key) => LocalRedirect($"{here.Base}{here.CulturePrefix}/register/organisation/{key}");
}
