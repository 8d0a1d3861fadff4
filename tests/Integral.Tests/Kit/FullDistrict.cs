using Integral.Platform.Modules;
using Integral.Platform.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Kit;

/// <summary>The demo district with every feature on, for what looks at every address: a new module is off until somebody wants it.</summary>
public class FullDistrict : District
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await FillAsync(this);
    }

    /// <summary>Switches every feature on in every institution.</summary>
    public static async Task FillAsync(District district)
    {
        var (catalogue, all) = (district.Services.GetRequiredService<Catalogue>(), district.Services.GetRequiredService<ModuleCatalog>().Features.Keys);
        foreach (var tenant in catalogue.All.Where(t => all.Any(f => !t.Has(f))).ToList())
            await district.InTenantAsync("", services => services.GetRequiredService<TenantChanges>().SwitchAsync(tenant.Id, all, []));
    }
}
