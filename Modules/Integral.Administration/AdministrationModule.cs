using Integral.Administration.Api;
using Integral.Platform.Changes;
using Integral.Platform.Navigation;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Administration;

/// <summary>The institutions of a district or city: deploying them and looking after them; and how the installation itself is doing.</summary>
public sealed class AdministrationModule : IntegralModule
{
    public const string View = "tenants.view";
    public const string Manage = TenantChanges.Manage;
    public const string Watch = "installation.watch";

    public override string Name => "Administration";
    public override string Description => "The institutions below this one: create, move, switch and remove them";
    public override bool IsAlwaysOn => true;

    public override IReadOnlyList<Permission> Permissions =>
    [
        new(View, "See the institutions below this one, with their state and size", DeliveredRoles.PlatformAdmin, DeliveredRoles.TenantAdmin, DeliveredRoles.DistrictOffice, DeliveredRoles.Department),
        new(Manage, "Create, move, switch off and remove institutions", DeliveredRoles.PlatformAdmin) { IsOfTheInstallation = true },
        new(Watch, "See how the installation is doing and settle what could not be delivered", DeliveredRoles.PlatformAdmin) { IsOfTheInstallation = true },
    ];

    public override IReadOnlyList<MenuItem> Menu =>
    [
        new("Institutions", "/Admin/Tenants/Index", View) { Icon = "building", Order = 10, ShownIn = HasBelow },
        new("Figures", "/Admin/Figures/Index", PlatformModule.ReadFigures) { Icon = "activity", Order = 15, ShownIn = HasBelow },
        new("Mass actions", "/Admin/Changes/Index", ChangeSets.UndoOwn) { Icon = "undo", Order = 80 },
        new("System status", "/Admin/Status/Index", Watch) { Icon = "activity", Order = 90, RootOnly = true },
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<NewInstitutions>();
        services.AddScoped<ICabinetCard, InstitutionsCard>();
    }

    public override void Map(IEndpointRouteBuilder routes)
    {
        TenantsApi.Map(routes);
        FiguresApi.Map(routes);
        ChangesApi.Map(routes);
    }

    // A school has nothing below it, so its people needn't see an empty tree.
    private static bool HasBelow(Tenant tenant) =>
        tenant.IsRoot || tenant.Kind is TenantKind.Region or TenantKind.City or TenantKind.District or TenantKind.Authority;
}
