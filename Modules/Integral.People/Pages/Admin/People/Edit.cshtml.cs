namespace Integral.People.Pages.Admin.People;

/// <summary>A person's name and contacts.</summary>
[Authorize(PeopleModule.Manage)]
internal sealed class EditModel(Members members, Memberships memberships) : PageModel
{
    [BindProperty] public EditForm Form { get; set; } = new();
    public Member Member { get; private set; } = null!;

    public async Task OnGetAsync(Guid id)
    {
        Member = await members.FindAsync(id);
        if (Member.Person is not { } person) throw new NotFoundException();
        Form = new() { FamilyName = person.FamilyName, GivenName = person.GivenName, Patronymic = person.Patronymic, Email = person.Email, Phone = person.Phone, Version = person.Version };
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        Member = await members.FindAsync(id);
        if (!ModelState.IsValid) return Page();
        if (Member.Person?.Version != Form.Version) throw new DbUpdateConcurrencyException();
        await memberships.RenameAsync(Member, new(Form.FamilyName, Form.GivenName ?? "", Form.Patronymic), Form.Email, Form.Phone);
        return RedirectToPage("Show", new { id });
    }
}

internal sealed class EditForm
{
    [Display(Name = "Family name"), Required, StringLength(PersonName.Longest)] public string FamilyName { get; set; } = "";
    [Display(Name = "Given name"), StringLength(PersonName.Longest)] public string? GivenName { get; set; }
    [Display(Name = "Patronymic"), StringLength(PersonName.Longest)] public string? Patronymic { get; set; }
    [Display(Name = "E-mail"), EmailAddress, StringLength(200)] public string? Email { get; set; }
    [Display(Name = "Phone"), DataType(DataType.PhoneNumber), StringLength(40)] public string? Phone { get; set; }
    public int Version { get; set; }
}
