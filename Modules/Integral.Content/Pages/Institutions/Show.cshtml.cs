using Integral.Content.Profiles;
using Integral.Content.Reading;
using Integral.Platform.Web;
using Integral.Ui.Maps;
using Microsoft.AspNetCore.OutputCaching;

namespace Integral.Content.Pages.Institutions;

/// <summary>What an institution below says of itself, from the catalogue: its own database stays shut.</summary>
[AllowAnonymous, OutputCache(PolicyName = CachePolicies.Public)]
internal sealed class ShowModel(Catalogue catalogue, Current current, PublicSite site, PageSources sources) : PageModel
{
    public PublicSite Site => site;
    public Tenant Tenant { get; private set; } = null!;
    public Profile Profile { get; private set; } = Profile.Empty;
    public string Icon => KindGroup.Of([Tenant])[0].Icon;
    public IReadOnlyList<MapPoint> Points => Profile.Place is { } place ? [new("1", Tenant.Name, place, null)] : [];

    public void OnGet(string path)
    {
        sources.Show();
        Tenant = catalogue.At(path) is { State: TenantState.Running } tenant && tenant.Id != current.Tenant.Id && catalogue.IsAtOrBelow(tenant, current.Tenant.Id) ? tenant : throw new NotFoundException();
        Profile = Profile.Of(Tenant);
    }
}
