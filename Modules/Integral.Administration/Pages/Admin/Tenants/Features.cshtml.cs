using Integral.Ui;

namespace Integral.Administration.Pages.Admin.Tenants;

/// <summary>What the institution has, what each of it needs, and a switch for each.</summary>
[Authorize(AdministrationModule.Manage)]
internal sealed class FeaturesModel(Catalogue catalogue, Current current, ModuleCatalog modules, TenantChanges changes, Flash flash) : PageModel
{
    public Tenant Tenant { get; private set; } = null!;

    public IReadOnlyList<Line> Lines => [.. modules.Features.Values.OrderBy(f => f.IsAlwaysOn).ThenBy(f => f.Id, StringComparer.Ordinal).Select(LineOf)];

    public void OnGet(Guid id) => Tenant = catalogue.Reach(id, current);

    public async Task<IActionResult> OnPostSwitchAsync(Guid id, string feature, bool on, long version)
    {
        Tenant = catalogue.Reach(id, current);
        await changes.SwitchAsync(id, on ? [feature] : [], on ? [] : [feature], version);
        flash.Good(on ? T.Say("Switched on.") : T.Say("Switched off."));
        return RedirectToPage(new { id });
    }

    private Line LineOf(Feature feature) => new(feature, feature.IsAlwaysOn || Tenant.Has(feature.Id),
        [.. feature.DependsOn.Select(id => modules.Features[id].Name)],
        [.. modules.Features.Values.Where(f => f.DependsOn.Contains(feature.Id) && Tenant.Has(f.Id)).Select(f => f.Name)]);

    internal sealed record Line(Feature Feature, bool IsOn, IReadOnlyList<string> Needs, IReadOnlyList<string> NeededBy);
}
