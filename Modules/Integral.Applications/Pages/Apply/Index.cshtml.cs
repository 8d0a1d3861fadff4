using Integral.Applications.Contracts;
using Integral.Platform.Web;

namespace Integral.Applications.Pages.Apply;

/// <summary>Anybody applies, with or without an account. What was typed stays in the form until it has been kept.</summary>
[AllowAnonymous, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(Sending sending, ShownOpenings openings, FormTickets tickets, Current current) : PageModel
{
    [BindProperty] public ApplyForm Form { get; set; } = new();
    [BindProperty] public string? Ticket { get; set; }

    /// <summary>No person sees this field.</summary>
    [BindProperty] public string? Website { get; set; }

    public Opening Opening { get; private set; } = null!;
    public string Consent => sending.Consent;
    public SignedIn? Sender => current.Account;

    public async Task OnGetAsync(Guid id)
    {
        Opening = await openings.FindAsync(id);
        Ticket = tickets.Open();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        Opening = await openings.FindAsync(id);
        var sent = Ticket;
        Ticket = tickets.Kept(sent);
        if (!ModelState.IsValid) return new PageResult { StatusCode = 422 };
        var key = tickets.KeyOf(sent, Website);
        var application = await sending.SendAsync(id, new(Form.FamilyName, Form.GivenName, Form.Patronymic, Form.BornOn, Form.Email, Form.Phone), Form.Message, Form.Consent, key);
        return LocalRedirect($"{current.Base}{current.CulturePrefix}/applications/{application.Key}?sent=true");
    }
}

internal sealed class ApplyForm
{
    [Display(Name = "Family name"), Required, StringLength(Application.LongestName)] public string FamilyName { get; set; } = "";
    [Display(Name = "Given name"), Required, StringLength(Application.LongestName)] public string GivenName { get; set; } = "";
    [Display(Name = "Patronymic (if you have one)"), StringLength(Application.LongestName)] public string? Patronymic { get; set; }
    [Display(Name = "Date of birth"), DataType(DataType.Date), Required] public DateOnly? BornOn { get; set; }
    [Display(Name = "E-mail", Description = "We write to it what becomes of your application."), EmailAddress, StringLength(Application.LongestEmail)] public string? Email { get; set; }
    [Display(Name = "Phone", Description = "An e-mail or a phone number is enough."), DataType(DataType.PhoneNumber), StringLength(Application.LongestPhone)] public string? Phone { get; set; }
    [Display(Name = "Do you want to add anything?"), StringLength(Application.LongestMessage)] public string? Message { get; set; }
    [Display(Name = "Consent")] public bool Consent { get; set; }
}
