using Integral.Content.Reading;
using Integral.Platform.Web;
using Microsoft.AspNetCore.OutputCaching;

namespace Integral.Content.Pages.Institutions;

/// <summary>Every institution below this one, by kind, with a search. Read from memory.</summary>
[AllowAnonymous, OutputCache(PolicyName = CachePolicies.Public)]
internal sealed class IndexModel(Catalogue catalogue, Current current, PublicSite site, PageSources sources) : PageModel
{
    private const int PageSize = 60;

    public PublicSite Site => site;
    public string? Search { get; private set; }
    public int Count { get; private set; }
    public IReadOnlyList<KindGroup> Groups { get; private set; } = [];
    public InstitutionsMap Map { get; private set; } = null!;
    public string? Previous { get; private set; }
    public string? Next { get; private set; }

    public void OnGet(string? q, int part = 1)
    {
        sources.Show();
        Search = q is { Length: > 100 } ? q[..100] : q;
        var found = KindGroup.Of(catalogue.Below(current.Tenant).Running().Named(Search)).SelectMany(g => g.Tenants).ToList();
        Count = found.Count;
        part = Math.Clamp(part, 1, Math.Max(1, (Count + PageSize - 1) / PageSize));
        Groups = KindGroup.Of(found.Skip((part - 1) * PageSize).Take(PageSize));
        Map = new(Groups.SelectMany(g => g.Tenants), Detail);
        Previous = part > 1 ? Part(part - 1) : null;
        Next = part * PageSize < Count ? Part(part + 1) : null;
    }

    /// <summary>The page here that says more of it.</summary>
    public string Detail(Tenant tenant) => site.To($"institutions/{tenant.Path}");

    private string Part(int number) =>
        $"{site.To("institutions")}?part={number}{(string.IsNullOrEmpty(Search) ? "" : $"&q={Uri.EscapeDataString(Search)}")}";
}
