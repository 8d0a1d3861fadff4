using System.Text.Unicode;
using Integral.Platform.Recipes;
using Integral.Platform.Recipes.Export;
using Integral.Platform.Settings;
using Integral.Ui.Brand;
using Integral.Ui.Faces;
using Integral.Ui.Maps;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.WebEncoders;

namespace Integral.Ui;

/// <summary>How everything looks: the ui-* tags, the two faces, the front-end bundle.</summary>
public sealed class UiModule : IntegralModule
{
    public const string ManageBrand = "brand.manage";

    public override string Name => "Ui";
    public override string Description => "The look of every page: layouts, components and the version for people with weak eyesight.";
    public override bool IsAlwaysOn => true;

    public override IReadOnlyList<Permission> Permissions =>
        [new(ManageBrand, "Choose the institution's colours, logo and fonts", DeliveredRoles.PlatformAdmin, DeliveredRoles.TenantAdmin, DeliveredRoles.Head)];

    public override IReadOnlyList<MenuItem> Menu => [new("Colours and logo", "/Admin/Brand/Index", ManageBrand) { Icon = "palette", Order = 60 }];

    public override void AddServices(IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<Assets>();
        services.AddScoped<Theme>();
        services.AddScoped<Flash>();
        services.AddScoped<Face>();
        services.AddSingleton<Brands>();
        services.AddSingleton<MapTiles>();
        services.AddScoped<BrandChanges>();
        services.AddScoped<IRecipeStep, BrandLogoStep>();
        services.AddScoped<IExportedSteps, ExportedBrand>();
        services.AddSingleton(new KnownSettings(BrandSettings.Name, BrandSettings.ProblemsOf) { NotSettings = [nameof(BrandSettings.Logo)] });
        services.Configure<CookieTempDataProviderOptions>(o => o.Cookie.Name = Flash.Cookie);
        services.Configure<MvcOptions>(o => o.Filters.Add<DressedFirst>());
        services.Configure<RazorViewEngineOptions>(o => o.ViewLocationExpanders.Add(new ThemeViews()));
        // Cyrillic goes out as it is: escaped, a page would be three times as long.
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new(UnicodeRanges.All));
        services.AddTransient<IStartupFilter, LongCache>();
    }

    public override void Map(IEndpointRouteBuilder routes)
    {
        LookSwitch.Map(routes);
        BrandFiles.Map(routes);
        BrandApi.Map(routes);
    }
}
