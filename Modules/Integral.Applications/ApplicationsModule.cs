using Integral.Applications.Activities;
using Integral.Applications.Api;
using Integral.Applications.Recipes;
using Integral.People;
using Integral.People.Contracts;
using Integral.Platform.Jobs;
using Integral.Platform.Messaging;
using Integral.Platform.Navigation;
using Integral.Platform.Recipes;
using Integral.Platform.Search;
using Integral.Workflows;
using Integral.Workflows.Contracts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Applications;

/// <summary>Whoever wants something of the institution applies for it here, and sees what becomes of it. The one application object, whatever it is for.</summary>
public sealed class ApplicationsModule : IntegralModule
{
    public const string View = "applications.view";

    public override string Name => "Applications";
    public override string Description => "Applications of visitors: sent, decided by workflows, followed by their own address";
    public override IReadOnlyList<IntegralModule> DependsOn => [new PeopleModule(), new WorkflowsModule()];

    public override IReadOnlyList<Permission> Permissions =>
    [
        new(View, "See applications and what became of them", DeliveredRoles.PlatformAdmin, DeliveredRoles.TenantAdmin, DeliveredRoles.Head, DeliveredRoles.DeputyHead, DeliveredRoles.Registrar, DeliveredRoles.CentreStaff),
    ];

    public override IReadOnlyList<MenuItem> Menu => [new("Applications", "/Admin/Applications/Index", View) { Icon = "file", Order = 6 }];

    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<Activity, Submitted>();
        services.AddSingleton<Activity, SetStatus>();
        services.AddSingleton<Activity, Enrol>();
        services.AddSingleton<CaseSubjects, ApplicationSubjects>();
        services.AddSingleton<KnownOpenings>();
        services.AddSingleton<ApplicationLetters>();
        services.AddSingleton<Keeping>();
        services.AddSingleton<CaseStarts>();
        services.AddSingleton<IntakeLines>();
        services.AddSingleton<Intake>();
        services.AddScoped<IWakes, CaseStarting>();
        services.AddScoped<IWakes, SeatGiving>();
        services.AddReceiver<SeatsFreed, FreedSeats>(T.Say("Seats that came free"));
        services.AddScoped<ShownOpenings>();
        services.AddScoped<Sending>();
        services.AddScoped<ListSending>();
        services.AddScoped<ListBook>();
        services.AddScoped<Following>();
        services.AddScoped<ApplicationBook>();
        services.AddScoped<IPersonReferences, ApplicationReferences>();
        services.AddScoped<ICabinetCard, OwnApplicationsCard>();
        services.AddScoped<IFindsRecords, FoundApplications>();
        services.AddScoped<IRecipeStep, ApplicationsStep>();
    }

    public override void Map(IEndpointRouteBuilder routes) => ApplicationsApi.Map(routes);
}
