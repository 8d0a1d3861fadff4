using Integral.Help.Recipes;
using Integral.Platform.Navigation;
using Integral.Platform.Recipes;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Help;

/// <summary>How everything is used, told to everybody in their language; and the way to say that something is wrong.</summary>
public sealed class HelpModule : IntegralModule
{
    public const string Remarks = "help.remarks";

    public override string Name => "Help";
    public override string Description => "Guides for everybody, and remarks on what is wrong";

    /// <summary>Every page leads here, also where the institution has nothing else.</summary>
    public override bool IsAlwaysOn => true;

    public override IReadOnlyList<Permission> Permissions =>
        [new(Remarks, "See what people say is wrong, and answer them", DeliveredRoles.PlatformAdmin, DeliveredRoles.TenantAdmin, DeliveredRoles.Head, DeliveredRoles.Support)];

    public override IReadOnlyList<MenuItem> Menu => [new("Remarks", "/Admin/Remarks/Index", Remarks) { Icon = "mail", Order = 35 }];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<IRecipeStep, RemarksStep>();
        services.AddSingleton<Guides>();
        services.AddScoped<RemarkDesk>();
        services.AddScoped<RemarkLetters>();
        services.AddScoped<ICabinetCard, RemarksCard>();
    }
}
