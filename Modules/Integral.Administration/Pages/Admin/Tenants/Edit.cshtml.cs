using Integral.Ui;

namespace Integral.Administration.Pages.Admin.Tenants;

[Authorize(AdministrationModule.Manage)]
internal sealed class EditModel(Catalogue catalogue, Current current, TenantChanges changes, Flash flash) : PageModel
{
    public Tenant Tenant { get; private set; } = null!;
    [BindProperty] public EditForm Form { get; set; } = new();

    public void OnGet(Guid id)
    {
        Tenant = catalogue.Reach(id, current);
        Form = new() { Name = Tenant.Name, Culture = Tenant.Culture, TimeZone = Tenant.TimeZone, Hosts = string.Join('\n', Tenant.Hosts), Version = Tenant.Version };
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        Tenant = catalogue.Reach(id, current);
        if (!ModelState.IsValid) return Page();
        await changes.SetAsync(id, new() { Name = Form.Name, Culture = Form.Culture, TimeZone = Form.TimeZone, Hosts = (Form.Hosts ?? "").Split(['\n', '\r', ' ', ',']) }, Form.Version);
        flash.Good(T.Say("Saved."));
        return RedirectToPage("Show", new { id });
    }
}

internal sealed class EditForm
{
    [Display(Name = "Name"), Required, StringLength(300)] public string Name { get; set; } = "";
    [Display(Name = "Language", Description = "Of its public site; people choose their own for their work."), Required, StringLength(10)] public string Culture { get; set; } = "";
    [Display(Name = "Time zone"), Required, StringLength(60)] public string TimeZone { get; set; } = "";
    [Display(Name = "Host names", Description = "Names that lead straight to its site, one a line, such as school-12.example.org. The name must be set up to lead to this server."), StringLength(2000)] public string? Hosts { get; set; }
    public long Version { get; set; }
}
