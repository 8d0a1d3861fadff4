using Integral.People.Organisations;
using Integral.Ui;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.People.Pages.Admin.Organisations;

/// <summary>A contact person of an organisation; without an id a new one.</summary>
[Authorize(PeopleModule.ManageOrganisations)]
internal sealed class ContactModel(OrganisationBook book, ContactDesk desk, OrganisationStaff staff, Flash flash) : PageModel
{
    [BindProperty] public ContactForm Form { get; set; } = new();
    public Organisation Organisation { get; private set; } = null!;
    public ContactPerson? Contact { get; private set; }

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public async Task OnGetAsync(Guid id, Guid? contact)
    {
        await OpenAsync(id, contact);
        if (Contact is { } there) Form = new() { Name = there.Name, Post = there.Post, Phone = there.Phone, Email = there.Email, ConsentOn = there.ConsentOn, ConsentHow = there.ConsentHow, Person = there.PersonId, Version = there.Version };
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid? contact)
    {
        await OpenAsync(id, contact);
        if (!ModelState.IsValid) return new PageResult { StatusCode = 422 };
        if (Contact is { } there)
        {
            if (there.Version != Form.Version) throw Outdated(there);
            await desk.ChangeAsync(Organisation, there, Form.ToWords());
        }
        else
        {
            await desk.AddAsync(Organisation, Form.ToWords());
        }
        flash.Good(T.Say("Saved."));
        return RedirectToPage("Show", new { id });
    }

    public async Task<IActionResult> OnPostDeleteAsync(Guid id, Guid contact)
    {
        ModelState.Clear();
        await OpenAsync(id, contact);
        await desk.DeleteAsync(Contact!);
        flash.Good(T.Say("{0} is removed.", Contact!.Name), Url.Page("Contact", "Restore", new { id, contact }));
        return RedirectToPage("Show", new { id });
    }

    public async Task<IActionResult> OnPostRestoreAsync(Guid id, Guid contact)
    {
        await desk.RestoreAsync(id, contact);
        return RedirectToPage("Show", new { id, contact = null as Guid? });
    }

    // Who has read this can save over it: what was typed is kept, and the form knows the newer version.
    private DbUpdateConcurrencyException Outdated(ContactPerson there)
    {
        Form.Version = there.Version;
        ModelState.Remove("Form.Version");
        return new();
    }

    private async Task OpenAsync(Guid id, Guid? contact)
    {
        Organisation = await book.FindAsync(id);
        if (contact is { } known) Contact = await desk.FindAsync(id, known);
        People = [.. (await staff.RepresentingAsync(Contact?.PersonId)).Select(p => new SelectListItem(p.Name, $"{p.Id}"))];
    }
}

internal sealed class ContactForm
{
    [Display(Name = "Full name"), Required, StringLength(ContactPerson.LongestName)] public string Name { get; set; } = "";
    [Display(Name = "Post"), StringLength(ContactPerson.LongestPost)] public string? Post { get; set; }
    [Display(Name = "Phone"), StringLength(40)] public string? Phone { get; set; }
    [Display(Name = "E-mail"), StringLength(200)] public string? Email { get; set; }
    [Display(Name = "Agreed on", Description = "When the person agreed that this is kept."), DataType(DataType.Date)] public DateOnly? ConsentOn { get; set; }
    [Display(Name = "How they agreed", Description = "For example on paper, or by e-mail."), StringLength(ContactPerson.LongestHow)] public string? ConsentHow { get; set; }
    [Display(Name = "Signs in here as", Description = "Whoever is chosen keeps the staff of this organisation in the staff base.")] public Guid? Person { get; set; }
    public int Version { get; set; }

    public ContactWords ToWords() => new(Name, Post, Phone, Email, ConsentOn, ConsentHow, Person);
}
