namespace Integral.People.Pages.Admin.Roles;

[Authorize(PeopleModule.ManageRoles)]
internal sealed class EditModel(RoleChanges changes, ModuleCatalog modules, Texts texts, Current current) : PageModel
{
    [BindProperty] public RoleForm Form { get; set; } = new();
    public Role Role { get; private set; } = null!;
    public string Title => texts.Say(new Sentence(Role.Title));
    public IReadOnlyList<PermissionChoices> Choices => PermissionChoices.Of(modules, texts, current, Form.Permissions.ToHashSet());
    public bool IsChangedHere => Role.ChangedAt?.Id == current.Tenant.Id;

    public void OnGet(string name)
    {
        Role = changes.Find(name);
        Form = new() { Title = Role.IsDelivered ? null : Role.Title, Description = Role.Description, Permissions = [.. Role.Permissions] };
    }

    public async Task<IActionResult> OnPostAsync(string name)
    {
        Role = changes.Find(name);
        if (!ModelState.IsValid) return Page();
        await changes.SaveAsync(name, PermissionChoices.Wanted(Form.Permissions, Role.Permissions, current), Form.Title, Form.Description);
        return RedirectToPage("Index");
    }

    public Task<IActionResult> OnPostResetAsync(string name) => DoAsync(name, () => changes.ResetAsync(name));
    public Task<IActionResult> OnPostDeleteAsync(string name) => DoAsync(name, () => changes.DeleteAsync(name));

    private async Task<IActionResult> DoAsync(string name, Func<Task> change)
    {
        OnGet(name);
        await change();
        return RedirectToPage("Index");
    }
}

internal sealed class RoleForm
{
    [Display(Name = "Title"), StringLength(120)] public string? Title { get; set; }
    [Display(Name = "Description"), StringLength(500)] public string? Description { get; set; }
    public List<string> Permissions { get; set; } = [];
}
