namespace Integral.Administration.Pages.Admin.Tenants;

/// <summary>The tree below the current institution; with a search or a filter, a list of what fits.</summary>
[Authorize(AdministrationModule.View)]
internal sealed class IndexModel(Catalogue catalogue, Current current, TenantFigures figures) : PageModel
{
    private const int OfList = 50, OfBranch = 200;

    [FromQuery, StringLength(100)] public string? Q { get; set; }
    [FromQuery] public TenantKind? Kind { get; set; }
    [FromQuery] public TenantState? State { get; set; }
    [FromQuery] public int Skip { get; set; }

    public IReadOnlyList<TenantRow> Rows { get; private set; } = [];
    public TenantRow Top { get; private set; } = null!;
    public IReadOnlyDictionary<TenantState, int> Counts { get; private set; } = new Dictionary<TenantState, int>();
    public int Found { get; private set; }
    public bool IsSearch => Q is { Length: > 0 } || Kind is not null || State is not null;
    public string? Previous => Skip > 0 ? To(Math.Max(0, Skip - OfList)) : null;
    public string? Next => Skip + OfList < Found ? To(Skip + OfList) : null;

    public async Task OnGetAsync()
    {
        var all = catalogue.Within(current).ToList();
        Counts = all.CountBy(t => t.State).ToDictionary();
        Top = (await TenantRow.OfAsync([current.Tenant], catalogue, figures))[0];
        if (!IsSearch)
        {
            Rows = await BelowAsync(current.Tenant);
            return;
        }
        var found = all.Where(Fits).ToList();
        Found = found.Count;
        Rows = await TenantRow.OfAsync([.. found.Skip(Math.Max(0, Skip)).Take(OfList)], catalogue, figures);
    }

    public async Task<IActionResult> OnGetBelowAsync(Guid id) => Partial("_Branches", await BelowAsync(catalogue.Reach(id, current)));

    private async Task<IReadOnlyList<TenantRow>> BelowAsync(Tenant tenant) =>
        await TenantRow.OfAsync([.. catalogue.Children(tenant).Take(OfBranch)], catalogue, figures);

    private bool Fits(Tenant tenant) =>
        (Kind is null || tenant.Kind == Kind) && (State is null || tenant.State == State) && (Q is null || TenantSearch.Fits(tenant, Q));

    private string? To(int skip) => Url.Page("Index", new { Q, Kind, State, Skip = skip });
}
