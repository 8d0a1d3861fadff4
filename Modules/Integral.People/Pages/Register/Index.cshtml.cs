using Integral.People.Registration;
using Integral.Platform.Web;

namespace Integral.People.Pages.Register;

/// <summary>Somebody who wants to learn here asks for an account. What was typed stays in the form until the letter is on its way; the answer is the same whether the e-mail is known or not.</summary>
[Feature(PeopleModule.Registration), AllowAnonymous, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(Registering registering, OrganisationIntake organisations, RegistrationLinks links, FormTickets tickets, Current current) : PageModel
{
    [BindProperty] public RegisterForm Form { get; set; } = new();
    [BindProperty] public string? Ticket { get; set; }

    /// <summary>No person sees this field.</summary>
    [BindProperty] public string? Website { get; set; }
    [BindProperty(SupportsGet = true, Name = "return")] public string? Return { get; set; }

    /// <summary>The letter is on its way.</summary>
    [BindProperty(SupportsGet = true)] public bool Sent { get; set; }
    public bool IsOpen { get; private set; }
    public bool HasOrganisations { get; private set; }
    public string Consent => registering.Consent;

    public async Task OnGetAsync()
    {
        await OpenAsync();
        Ticket = tickets.Open();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await OpenAsync();
        var sent = Ticket;
        Ticket = tickets.Kept(sent);
        if (!ModelState.IsValid) return new PageResult { StatusCode = 422 };
        tickets.KeyOf(sent, Website);
        var asked = await registering.AskAsync(new(Form.FamilyName, Form.GivenName, Form.Patronymic, Form.BornOn, Form.Email, null), Form.Consent, Back);
        return LocalRedirect($"{current.Base}{current.CulturePrefix}/register{(registering.IsShownAtOnce ? $"/finish/{links.Make(asked)}" : "?sent=true")}");
    }

    // An address of this host and nothing that a browser would take for another one (abuse case A42).
    private string? Back => Return is { Length: <= 300 } wanted && Url.IsLocalUrl(wanted) && !wanted.Any(char.IsControl) ? wanted : null;

    private async Task OpenAsync() => (IsOpen, HasOrganisations) = (await registering.IsOpenAsync(), await organisations.IsOpenAsync());
}

internal sealed class RegisterForm
{
    [Display(Name = "Family name"), Required, StringLength(PersonName.Longest)] public string FamilyName { get; set; } = "";
    [Display(Name = "Given name"), Required, StringLength(PersonName.Longest)] public string GivenName { get; set; } = "";
    [Display(Name = "Patronymic (if you have one)"), StringLength(PersonName.Longest)] public string? Patronymic { get; set; }
    [Display(Name = "Date of birth"), DataType(DataType.Date), Required] public DateOnly? BornOn { get; set; }
    [Display(Name = "E-mail", Description = "You sign in with it. We send the link to it."), Required, EmailAddress, StringLength(200)] public string Email { get; set; } = "";
    [Display(Name = "Consent")] public bool Consent { get; set; }
}
