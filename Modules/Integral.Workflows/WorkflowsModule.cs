using Integral.Communication;
using Integral.Communication.Contracts;
using Integral.Platform.Jobs;
using Integral.Platform.Navigation;
using Integral.Platform.Recipes;
using Integral.Workflows.Activities;
using Integral.Workflows.Api;
using Integral.Workflows.Calls;
using Integral.Workflows.Cases;
using Integral.Workflows.Contracts;
using Integral.Workflows.Definitions;
using Integral.Workflows.Drawing;
using Integral.Workflows.Inbox;
using Integral.Workflows.Pages.Admin.Workflows;
using Integral.Workflows.Recipes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Workflows;

/// <summary>How matters are decided: workflows as data, the cases that go by them, and the inbox where people decide.</summary>
public sealed class WorkflowsModule : IntegralModule
{
    public const string Work = "workflows.work", View = "workflows.view", Change = "workflows.change";

    public override string Name => "Workflows";
    public override string Description => "Approvals: who decides what in which order, and the inbox";

    public override IReadOnlyList<IntegralModule> DependsOn => [new CommunicationModule()];

    public override IReadOnlyList<Permission> Permissions =>
    [
        new(Work, "Decide what waits for one's role", DeliveredRoles.PlatformAdmin, DeliveredRoles.TenantAdmin, DeliveredRoles.Head, DeliveredRoles.DeputyHead, DeliveredRoles.Registrar, DeliveredRoles.ClassTeacher, DeliveredRoles.Teacher,
            DeliveredRoles.Librarian, DeliveredRoles.Methodologist, DeliveredRoles.DistrictOffice, DeliveredRoles.Department, DeliveredRoles.Coordinator, DeliveredRoles.CentreStaff, DeliveredRoles.Expert),
        new(View, "See by which workflows matters are decided", DeliveredRoles.PlatformAdmin, DeliveredRoles.TenantAdmin, DeliveredRoles.Head, DeliveredRoles.Coordinator, DeliveredRoles.CentreStaff),
        new(Change, "Change by which workflows matters are decided", DeliveredRoles.PlatformAdmin, DeliveredRoles.TenantAdmin, DeliveredRoles.Head, DeliveredRoles.Coordinator),
    ];

    public override IReadOnlyList<MenuItem> Menu =>
    [
        new("Inbox", "/Admin/Inbox/Index", Work) { Icon = "check", Order = 5 },
        new("Workflows", "/Admin/Workflows/Index", View) { Icon = "activity", Order = 60 },
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<Activity, UserTask>();
        services.AddSingleton<Activity, IfElse>();
        services.AddSingleton<Activity, Fork>();
        services.AddSingleton<Activity, Join>();
        services.AddSingleton<Activity, Signal>();
        services.AddSingleton<Activity, TimerEvent>();
        services.AddSingleton<Activity, SubWorkflow>();
        services.AddSingleton<Activity, Called>();
        services.AddSingleton<Activity, DateStart>();
        services.AddSingleton<CaseSubjects, PlannedMatters>();
        services.AddSingleton<Activity, Notify>();
        services.AddSingleton<Activity, Webhook>();
        services.AddSingleton<WebhookHosts>();
        services.AddSingleton<CallClient>();
        services.AddScoped<IWakes, CallSending>();
        services.AddScoped<CallLog>();
        services.AddSingleton<KnownActivities>();
        services.AddSingleton<GraphCheck>();
        services.AddSingleton<GraphDrawing>();
        services.AddScoped<NodeWords>();
        services.AddScoped<CandidateBook>();
        services.AddScoped<WorkflowKeeping>();
        services.AddScoped<WorkflowDesk>();
        services.AddScoped<StepQuestions>();
        services.AddSingleton<CaseMeans>();
        services.AddSingleton<CaseRunner>();
        services.AddSingleton<IWorkflows>(s => s.GetRequiredService<CaseRunner>());
        services.AddSingleton<NoticeKind, WaitsNotice>();
        services.AddSingleton<NoticeKind, LateNotice>();
        services.AddSingleton<NoticeKind, ToldNotice>();
        services.AddScoped<TaskLetters>();
        services.AddScoped<IWakes, CaseTimes>();
        services.AddSingleton<StartPlan>();
        services.AddScoped<IWakes, StartTimes>();
        services.AddScoped<InboxBook>();
        services.AddScoped<Colleagues>();
        services.AddScoped<InboxDesk>();
        services.AddScoped<BulkDecisions>();
        services.AddScoped<SavedViews>();
        services.AddScoped<ICases, CaseViews>();
        services.AddScoped<ICabinetCard, InboxCard>();
        services.AddScoped<NamedCandidates>();
        services.AddScoped<IRecipeStep, WorkflowTypeStep>();
    }

    public override void Map(IEndpointRouteBuilder routes)
    {
        InboxApi.Map(routes);
        WorkflowsApi.Map(routes);
        CallsApi.Map(routes);
    }
}
