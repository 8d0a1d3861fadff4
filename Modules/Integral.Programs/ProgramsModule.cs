using Integral.Applications;
using Integral.Applications.Contracts;
using Integral.Communication;
using Integral.Communication.Contracts;
using Integral.People;
using Integral.People.Contracts;
using Integral.Platform.Messaging;
using Integral.Platform.Navigation;
using Integral.Platform.Recipes;
using Integral.Platform.Search;
using Integral.Programs.Api;
using Integral.Programs.Approving;
using Integral.Programs.Competencies;
using Integral.Programs.Recipes;
using Integral.Programs.Requests;
using Integral.Programs.Versions;
using Integral.Workflows;
using Integral.Workflows.Contracts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Programs;

/// <summary>What is taught to whoever applies for it: programmes, their public catalogue, and the groups that are recruited for them.</summary>
public sealed class ProgramsModule : IntegralModule
{
    public const string Manage = "programmes.manage", Compose = "programmes.compose", Request = "programmes.request";

    public override string Name => "Programs";
    public override string Description => "Training programmes: catalogue, groups that are recruited, applications for them";
    public override IReadOnlyList<IntegralModule> DependsOn => [new PeopleModule(), new CommunicationModule(), new WorkflowsModule(), new ApplicationsModule()];

    public override IReadOnlyList<Permission> Permissions =>
    [
        new(Manage, "Write programmes and recruit groups for them", DeliveredRoles.PlatformAdmin, DeliveredRoles.TenantAdmin, DeliveredRoles.Head, DeliveredRoles.DeputyHead, DeliveredRoles.Methodologist, DeliveredRoles.CentreStaff),
        new(Compose, "Write modules, in the library and in programmes", DeliveredRoles.PlatformAdmin, DeliveredRoles.TenantAdmin, DeliveredRoles.Head, DeliveredRoles.DeputyHead, DeliveredRoles.Methodologist, DeliveredRoles.CentreStaff),
        new(Request, "Ask for a new programme on behalf of an organisation", DeliveredRoles.PlatformAdmin, DeliveredRoles.TenantAdmin, DeliveredRoles.CustomerOrg, DeliveredRoles.PartnerOrg),
    ];

    public override IReadOnlyList<MenuItem> Menu =>
    [
        new("Programmes", "/Admin/Programmes/Index", Manage) { Icon = "book", Order = 14 }, new("Modules of programmes", "/Admin/Modules/Index", Compose) { Icon = "list", Order = 15 },
        new("Requests for programmes", "/Admin/ProgrammeRequests/Index", Manage) { Icon = "mail", Order = 15 }, new("My requests for programmes", "/Admin/OwnRequests/Index", Request) { Icon = "edit", Order = 16 },
    ];

    public override IReadOnlyList<SearchedRecords> Searched { get; } = [new SearchedProgrammes()];

    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<Openings, ProgrammeOpenings>();
        services.AddSingleton<Openings, OwnOpenings>();
        services.AddScoped<ProgrammeBook>();
        services.AddScoped<ProgrammeDesk>();
        services.AddScoped<VersionBook>();
        services.AddScoped<DraftDesk>();
        services.AddScoped<ModuleLibrary>();
        services.AddScoped<ModuleDesk>();
        services.AddScoped<LearnerCategories>();
        services.AddScoped<BuiltCompetencies>();
        services.AddScoped<ICompetencyUse, CompetenciesOfProgrammes>();
        services.AddScoped<Composing>();
        services.AddScoped<OwnDesk>();
        services.AddScoped<IPublicSection, PublicProgrammes>();
        services.AddScoped<IRecipeStep, ProgrammesStep>();
        AddRequests(services);
        AddApproval(services);
    }

    // Organisations ask for programmes that aren't there.
    private static void AddRequests(IServiceCollection services)
    {
        services.AddSingleton<Activity, RequestArrives>();
        services.AddSingleton<Activity, SetRequestStatus>();
        services.AddSingleton<Activity, WriteRequested>();
        services.AddSingleton<CaseSubjects, RequestSubjects>();
        services.AddSingleton<NoticeKind, RequestChangedNotice>();
        services.AddSingleton<NoticeKind, RequestPublishedNotice>();
        services.AddScoped<RequestBook>();
        services.AddScoped<Requesting>();
        services.AddScoped<RequestDesk>();
        services.AddScoped<ICabinetCard, OwnRequestsCard>();
        services.AddScoped<IRecipeStep, ProgrammeRequestsStep>();
    }

    // Who may not publish a programme has it approved.
    private static void AddApproval(IServiceCollection services)
    {
        services.AddSingleton<Activity, ProgrammeSent>();
        services.AddSingleton<Activity, PublishProgramme>();
        services.AddSingleton<Activity, ReturnProgramme>();
        services.AddSingleton<CaseSubjects, SentProgrammes>();
        services.AddSingleton<NoticeKind, ProgrammeApprovedNotice>();
        services.AddSingleton<NoticeKind, ProgrammeReturnedNotice>();
        services.AddReceiver<ProgrammesShown, ShownProgrammes>(T.Say("Programmes that visitors see from now on"));
        services.AddSingleton<Publication>();
        services.AddScoped<Approvals>();
        services.AddScoped<IRecipeStep, SendProgrammesStep>();
    }

    public override void Map(IEndpointRouteBuilder routes)
    {
        ProgrammesApi.Map(routes);
        ModulesApi.Map(routes);
        VersionsApi.Map(routes);
        ApprovalsApi.Map(routes);
        CategoriesApi.Map(routes);
        PrioritiesApi.Map(routes);
        OwnProgrammesApi.Map(routes);
        ProgrammeRequestsApi.Map(routes);
    }
}
