using Integral.People.Merging;

namespace Integral.People.Pages.Admin.People;

[Authorize(PeopleModule.Manage)]
internal sealed class AddModel(Joining joining, DuplicateBook duplicates, Delegation delegation, RoleWords words, Current current) : StandingPage(delegation, words, current)
{
    [BindProperty] public AddForm Form { get; set; } = new();

    /// <summary>The first password, in this answer only.</summary>
    public IReadOnlyList<Slip> Slips { get; private set; } = [];

    /// <summary>Who was here before and may be the same person.</summary>
    public IReadOnlyList<Alike> Alike { get; private set; } = [];

    public async Task OnPostAsync()
    {
        if (!ModelState.IsValid) return;
        Slips = await joining.AddAsync([new(Form.Name, Form.Email, Form.Phone, Form.EmailIsLogin)], Form.Standing);
        Alike = await duplicates.OfAsync([.. Slips.Select(s => s.PersonId)]);
    }
}

internal sealed class AddForm : PersonForm
{
    [Display(Name = "E-mail"), EmailAddress, StringLength(200)] public string? Email { get; set; }
    [Display(Name = "Phone"), DataType(DataType.PhoneNumber), StringLength(40)] public string? Phone { get; set; }
    [Display(Name = "Signs in with the e-mail; otherwise a login is issued")] public bool EmailIsLogin { get; set; }
}
