using Integral.Applications.Staff;
using Integral.People;
using Integral.Platform.Web;
using Integral.Ui;

namespace Integral.Applications.Pages.Admin.Retraining;

/// <summary>Where an institution chooses which of its staff it sends. Nobody is typed again: who works here and how they are reached stands on their cards.</summary>
[Authorize(ApplicationsModule.SendStaff), Feature(ApplicationsModule.StaffFeature)]
internal sealed class SendModel(StaffBook book, StaffSending sending, FormTickets tickets, Catalogue catalogue, Current current, Flash flash) : PageModel
{
    [BindProperty] public StaffForm Form { get; set; } = new();
    [BindProperty] public IReadOnlyList<Guid> Chosen { get; set; } = [];
    [BindProperty] public string? Ticket { get; set; }

    public OfferedOpening Offer { get; private set; } = null!;
    public IReadOnlyList<Sendable> Staff { get; private set; } = [];
    public string Centre => catalogue.Of(Offer.CentreId)?.Name ?? "";
    public string Consent => sending.ConsentFor(Offer);
    public bool MaySeePeople => current.Can(PeopleModule.View);

    public async Task OnGetAsync(Guid id)
    {
        await OpenAsync(id);
        Ticket = tickets.Open();
        var me = Staff.FirstOrDefault(s => s.Of.PersonId == current.Account?.PersonId)?.Of.Who;
        Form = new() { Contact = me?.FullName ?? current.Account!.Name, Email = me?.Email ?? "", Phone = me?.Phone };
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        await OpenAsync(id);
        Ticket = tickets.Kept(Ticket);
        if (!ModelState.IsValid) return new PageResult { StatusCode = 422 };
        var list = await sending.SendAsync(id, new(Form.Contact, Form.Email, Form.Phone), Chosen, Form.Consent, $"form {tickets.KeyOf(Ticket)}");
        flash.Good(T.Say("The list is on its way to the centre."));
        return RedirectToPage("Show", new { id = list.Id });
    }

    private async Task OpenAsync(Guid id)
    {
        Offer = await book.OfferAsync(id);
        Staff = await book.StaffAsync(Offer);
    }
}

internal sealed class StaffForm
{
    [Display(Name = "Who answers for the list", Description = "Family name and given name."), Required, StringLength(ApplicationList.LongestName)] public string Contact { get; set; } = "";
    [Display(Name = "E-mail"), Required, EmailAddress, StringLength(Application.LongestEmail)] public string Email { get; set; } = "";
    [Display(Name = "Phone"), DataType(DataType.PhoneNumber), StringLength(Application.LongestPhone)] public string? Phone { get; set; }
    [Display(Name = "Consent")] public bool Consent { get; set; }
}
