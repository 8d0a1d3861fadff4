using Integral.People.Organisations;
using Integral.Platform.Reporting;
using Integral.Ui;

namespace Integral.People.Pages.Admin.Organisations;

/// <summary>An agreement with an organisation; without an id a new one.</summary>
[Authorize(PeopleModule.ManageOrganisations)]
internal sealed class AgreementModel(OrganisationBook book, AgreementDesk desk, Figures figures, Flash flash) : PageModel
{
    [BindProperty] public AgreementForm Form { get; set; } = new();
    public Organisation Organisation { get; private set; } = null!;
    public OrganisationAgreement? Agreement { get; private set; }

    public async Task OnGetAsync(Guid id, Guid? agreement)
    {
        await OpenAsync(id, agreement);
        Form = Agreement is { } there
            ? new() { Number = there.Reference, SignedOn = there.SignedOn, Subject = there.Subject, FromOn = there.FromOn, UntilOn = there.UntilOn, Version = there.Version }
            : new() { SignedOn = figures.Today, FromOn = figures.Today };
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid? agreement)
    {
        await OpenAsync(id, agreement);
        if (!ModelState.IsValid) return new PageResult { StatusCode = 422 };
        if (Agreement is { } there)
        {
            if (there.Version != Form.Version) throw Outdated(there);
            await desk.ChangeAsync(Organisation, there, Form.ToWords());
        }
        else
        {
            await desk.AddAsync(Organisation, Form.ToWords());
        }
        flash.Good(T.Say("Saved."));
        return RedirectToPage("Show", new { id, agreement = null as Guid? });
    }

    // Who has read this can save over it: what was typed is kept, and the form knows the newer version.
    private DbUpdateConcurrencyException Outdated(OrganisationAgreement there)
    {
        Form.Version = there.Version;
        ModelState.Remove("Form.Version");
        return new();
    }

    private async Task OpenAsync(Guid id, Guid? agreement)
    {
        Organisation = await book.FindAsync(id);
        if (agreement is { } known) Agreement = await desk.FindAsync(id, known);
    }
}

internal sealed class AgreementForm
{
    [Display(Name = "Number of the agreement"), Required, StringLength(OrganisationAgreement.LongestNumber)] public string Number { get; set; } = "";
    [Display(Name = "Signed on"), DataType(DataType.Date), Required] public DateOnly? SignedOn { get; set; }
    [Display(Name = "What it is about"), Required, StringLength(OrganisationAgreement.LongestSubject)] public string Subject { get; set; } = "";
    [Display(Name = "First day"), DataType(DataType.Date), Required] public DateOnly? FromOn { get; set; }
    [Display(Name = "Last day", Description = "Empty if no end is foreseen."), DataType(DataType.Date)] public DateOnly? UntilOn { get; set; }
    public int Version { get; set; }

    public AgreementWords ToWords() => new(Number, SignedOn!.Value, FromOn!.Value, UntilOn, Subject);
}
