namespace Integral.Administration.Pages.Admin.Tenants;

[Authorize(AdministrationModule.View)]
internal sealed class ShowModel(Catalogue catalogue, Current current, TenantFigures figures) : PageModel
{
    public Tenant Tenant { get; private set; } = null!;
    public Tenant? Parent => Tenant.ParentId is { } id && catalogue.Of(id) is { } parent && catalogue.IsAtOrBelow(parent, current.Tenant.Id) ? parent : null;
    public TenantFigure Figure { get; private set; } = null!;
    public IReadOnlyList<TenantRow> Below { get; private set; } = [];
    public int BelowInAll { get; private set; }
    public bool CanManage => current.Can(AdministrationModule.Manage);
    public bool CanBeDisabled => CanManage && !Tenant.IsRoot && Tenant.Id != current.Tenant.Id && Tenant.State == TenantState.Running;
    public bool CanBeEnabled => CanManage && Tenant.State is TenantState.Disabled or TenantState.NeedsAttention;

    public async Task OnGetAsync(Guid id)
    {
        Tenant = catalogue.Reach(id, current);
        Figure = (await figures.OfAsync([id]))[id];
        var children = catalogue.Children(Tenant);
        BelowInAll = children.Count;
        Below = await TenantRow.OfAsync([.. children.Take(200)], catalogue, figures);
    }
}
