using Integral.People.Organisations;
using Integral.People.Registration;
using Integral.Platform.Web;

namespace Integral.People.Pages.Register;

/// <summary>An organisation registers, apart from people. The answer tells neither whether the e-mail nor whether the organisation is known.</summary>
[Feature(PeopleModule.Registration), AllowAnonymous, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class OrganisationModel(OrganisationIntake intake, Registering registering, OrganisationBook book, FormTickets tickets, Texts texts, Current current) : PageModel
{
    [BindProperty] public NewOrganisationForm Form { get; set; } = new();
    [BindProperty] public string? Ticket { get; set; }

    /// <summary>No person sees this field.</summary>
    [BindProperty] public string? Website { get; set; }

    /// <summary>The letter is on its way.</summary>
    [BindProperty(SupportsGet = true)] public bool Sent { get; set; }
    public bool IsOpen { get; private set; }
    public bool HasCitizens { get; private set; }
    public string Consent => intake.Consent;
    public OrganisationFields Fields => new(Form, texts);

    public async Task OnGetAsync()
    {
        await OpenAsync();
        Ticket = tickets.Open();
        Form.Country = await book.UsualCountryAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await OpenAsync();
        var sent = Ticket;
        Ticket = tickets.Kept(sent);
        if (!ModelState.IsValid) return new PageResult { StatusCode = 422 };
        var one = await intake.SendAsync(Form.ToWords(Form.Email), Form.Consent, tickets.KeyOf(sent, Website));
        return LocalRedirect($"{current.Base}{current.CulturePrefix}/register/organisation{(registering.IsShownAtOnce ? $"/{one.Key}" : "?sent=true")}");
    }

    private async Task OpenAsync() => (IsOpen, HasCitizens) = (await intake.IsOpenAsync(), await registering.IsOpenAsync());
}
