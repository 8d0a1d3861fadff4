using Integral.Ui;

namespace Integral.Administration.Pages.Admin.Tenants;

/// <summary>Switches a site off and on; shown only when that was refused.</summary>
[Authorize(AdministrationModule.Manage)]
internal sealed class StateModel(Catalogue catalogue, Current current, TenantChanges changes, Flash flash) : PageModel
{
    public Tenant Tenant { get; private set; } = null!;

    public IActionResult OnGet(Guid id) => RedirectToPage("Show", new { id });

    public async Task<IActionResult> OnPostDisableAsync(Guid id)
    {
        Tenant = catalogue.Reach(id, current);
        await changes.DisableAsync(id);
        flash.Good(T.Say("'{0}' is switched off.", Tenant.Name), undo: Url.Page("State", "Enable", new { id }));
        return RedirectToPage("Show", new { id });
    }

    public async Task<IActionResult> OnPostEnableAsync(Guid id)
    {
        Tenant = catalogue.Reach(id, current);
        await changes.EnableAsync(id);
        flash.Good(T.Say("'{0}' is switched on.", Tenant.Name));
        return RedirectToPage("Show", new { id });
    }
}
