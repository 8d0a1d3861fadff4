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
        Form = new() { FamilyName = person.FamilyName, GivenName = person.GivenName, Patronymic = person.Patronymic, BornOn = person.BornOn, Code = person.Code, Email = person.Email, Phone = person.Phone, Version = person.Version };
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        Member = await members.FindAsync(id);
        if (!ModelState.IsValid) return Page();
        if (Member.Person?.Version != Form.Version) throw new DbUpdateConcurrencyException();
        await memberships.WriteAsync(Member, Form.Card);
        return RedirectToPage("Show", new { id });
    }
}

internal sealed class EditForm
{
    [Display(Name = "Family name"), Required, StringLength(PersonName.Longest)] public string FamilyName { get; set; } = "";
    [Display(Name = "Given name"), StringLength(PersonName.Longest)] public string? GivenName { get; set; }
    [Display(Name = "Patronymic"), StringLength(PersonName.Longest)] public string? Patronymic { get; set; }
    [Display(Name = "Date of birth"), DataType(DataType.Date)] public DateOnly? BornOn { get; set; }
    [Display(Name = "Code in another system", Description = "By it an imported table finds the person."), StringLength(PersonCode.Longest)] public string? Code { get; set; }
    [Display(Name = "E-mail"), EmailAddress, StringLength(200)] public string? Email { get; set; }
    [Display(Name = "Phone"), DataType(DataType.PhoneNumber), StringLength(40)] public string? Phone { get; set; }
    public int Version { get; set; }

    public Card Card => new(new(FamilyName, GivenName ?? "", Patronymic), Email, Phone, Code, BornOn);
}
