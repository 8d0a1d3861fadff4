using Integral.Ui;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.Administration.Pages.Admin.Tenants;

/// <summary>Another place in the tree, another address.</summary>
[Authorize(AdministrationModule.Manage)]
internal sealed class MoveModel(Catalogue catalogue, Current current, TenantChanges changes, Flash flash) : PageModel
{
    public Tenant Tenant { get; private set; } = null!;
    [BindProperty] public MoveForm Form { get; set; } = new();

    /// <summary>Where it could stand: nowhere below itself.</summary>
    public IEnumerable<SelectListItem> Parents =>
        catalogue.Items(catalogue.Within(current).Where(t => t.State == TenantState.Running && !catalogue.IsAtOrBelow(t, Tenant.Id)), current);

    public void OnGet(Guid id)
    {
        Tenant = catalogue.Reach(id, current);
        Form = new() { ParentId = Tenant.ParentId ?? Tenant.Id, Path = Tenant.Path, Version = Tenant.Version };
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        Tenant = catalogue.Reach(id, current);
        if (!ModelState.IsValid) return Page();
        await MoveAsync(catalogue.Reach(Form.ParentId, current), Form.Path.Trim());
        flash.Good(T.Say("'{0}' has its new place.", Tenant.Name));
        return RedirectToPage("Show", new { id });
    }

    // Each part only if it is another one: a refused address must not come after a move that nobody asked for.
    private async Task MoveAsync(Tenant parent, string path)
    {
        var version = Form.Version;
        if (path != Tenant.Path) version = (await changes.MoveToAsync(Tenant.Id, path, version)).Version;
        if (parent.Id != Tenant.ParentId) await changes.MoveAsync(Tenant.Id, parent.Id, version);
    }
}

internal sealed class MoveForm
{
    [Display(Name = "Stands below")] public Guid ParentId { get; set; }
    [Display(Name = "Address", Description = "Small Latin letters, digits and hyphens. Links to the former address lead nowhere from then on."), Required, StringLength(60)] public string Path { get; set; } = "";
    public long Version { get; set; }
}
