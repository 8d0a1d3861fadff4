namespace Integral.People.Pages.Admin.Roles;

[Authorize(PeopleModule.ManageRoles)]
internal sealed class NewModel(RoleChanges changes, ModuleCatalog modules, Texts texts, Current current) : PageModel
{
    [BindProperty] public NewRoleForm Form { get; set; } = new();
    public IReadOnlyList<PermissionChoices> Choices => PermissionChoices.Of(modules, texts, current, Form.Permissions.ToHashSet());

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();
        await changes.CreateAsync(Form.Name, Form.Title, Form.Description, Form.Permissions.ToHashSet());
        return RedirectToPage("Index");
    }
}

internal sealed class NewRoleForm
{
    [Display(Name = "Title"), Required, StringLength(120)] public string Title { get; set; } = "";
    [Display(Name = "Short name", Description = "Small Latin letters, digits and underscores, for recipes and programs."), Required, StringLength(60)] public string Name { get; set; } = "";
    [Display(Name = "Description"), StringLength(500)] public string? Description { get; set; }
    public List<string> Permissions { get; set; } = [];
}
