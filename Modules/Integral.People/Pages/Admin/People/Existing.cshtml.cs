namespace Integral.People.Pages.Admin.People;

/// <summary>Makes somebody a member who has an account already, in another institution.</summary>
[Authorize(PeopleModule.Manage)]
internal sealed class ExistingModel(Joining joining, Delegation delegation, RoleWords words, Current current) : StandingPage(delegation, words, current)
{
    [BindProperty] public ExistingForm Form { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();
        return RedirectToPage("Show", new { id = await joining.AddExistingAsync(Form.Login, Form.Name, Form.Standing) });
    }
}

internal sealed class ExistingForm : PersonForm
{
    [Display(Name = "Login"), Required, StringLength(200)] public string Login { get; set; } = "";
}
