using Integral.Applications.Activities;
using Integral.Applications.Api;
using Integral.Applications.Control;
using Integral.Applications.Drafts;
using Integral.Applications.Forms;
using Integral.Applications.Papers;
using Integral.Applications.Ranks;
using Integral.Applications.Recipes;
using Integral.Applications.Staff;
using Integral.Communication;
using Integral.Communication.Contracts;
using Integral.People;
using Integral.People.Contracts;
using Integral.Platform.Files;
using Integral.Platform.Jobs;
using Integral.Platform.Messaging;
using Integral.Platform.Navigation;
using Integral.Platform.Recipes;
using Integral.Platform.Recipes.Export;
using Integral.Platform.Search;
using Integral.Platform.Sharing;
using Integral.Workflows;
using Integral.Workflows.Contracts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Applications;

/// <summary>Whoever wants something of the institution applies for it here, and sees what becomes of it. The one application object, whatever it is for.</summary>
public sealed class ApplicationsModule : IntegralModule
{
    public const string View = "applications.view", ViewLists = "applications.lists", SendStaff = "retraining.send", Rank = "applications.rank", WriteForms = "applications.forms", Control = "applications.control";

    /// <summary>For whoever takes applications.</summary>
    public const string OwnFeature = "Integral.Applications";

    /// <summary>For schools, and for the district that passes on to them what its centres offer; a centre needs it only to send staff of its own.</summary>
    public const string StaffFeature = "Integral.Applications.Staff";

    public override string Name => "Applications";
    public override string Description => "Applications of visitors: sent, decided by workflows, followed by their own address";
    public override IReadOnlyList<IntegralModule> DependsOn => [new PeopleModule(), new CommunicationModule(), new WorkflowsModule()];

    public override IReadOnlyList<Feature> Features =>
    [
        .. base.Features, new(StaffFeature, "Retraining of staff", "What centres of the district offer, and lists of the institution's own staff that are sent to them"),
    ];

    public override IReadOnlyList<Permission> Permissions =>
    [
        new(View, "See applications and what became of them", DeliveredRoles.PlatformAdmin, DeliveredRoles.TenantAdmin, DeliveredRoles.Head, DeliveredRoles.DeputyHead, DeliveredRoles.Registrar, DeliveredRoles.CentreStaff),
        new(ViewLists, "See the lists of staff that schools of the district have sent, joined into one", DeliveredRoles.PlatformAdmin, DeliveredRoles.TenantAdmin, DeliveredRoles.Head, DeliveredRoles.DeputyHead, DeliveredRoles.CentreStaff, DeliveredRoles.Coordinator, DeliveredRoles.DistrictOffice),
        new(Control, "See applications in figures: how many, how fast they are decided, seats and what is late", DeliveredRoles.PlatformAdmin, DeliveredRoles.TenantAdmin, DeliveredRoles.Head, DeliveredRoles.DeputyHead, DeliveredRoles.Registrar, DeliveredRoles.CentreStaff, DeliveredRoles.Coordinator, DeliveredRoles.DistrictOffice),
        new(Rank, "Say by which rules applications are put into order", DeliveredRoles.PlatformAdmin, DeliveredRoles.TenantAdmin, DeliveredRoles.Head, DeliveredRoles.DeputyHead, DeliveredRoles.CentreStaff),
        new(WriteForms, "Say what is asked of those who apply", DeliveredRoles.PlatformAdmin, DeliveredRoles.TenantAdmin, DeliveredRoles.Head, DeliveredRoles.DeputyHead, DeliveredRoles.CentreStaff),
        new(SendStaff, "Send lists of the institution's staff to centres of the district", DeliveredRoles.PlatformAdmin, DeliveredRoles.TenantAdmin, DeliveredRoles.Head, DeliveredRoles.DeputyHead, DeliveredRoles.Registrar),
    ];

    public override IReadOnlyList<MenuItem> Menu =>
    [
        new("Applications", "/Admin/Applications/Index", View) { Icon = "file", Order = 6 }, new("Lists of schools", "/Admin/Applications/Lists", ViewLists) { Icon = "users", Order = 7 },
        new("Lists of schools by centre", "/Admin/Retraining/Centres", ViewLists) { Icon = "users", Order = 8, Feature = StaffFeature, ShownIn = t => t.IsRoot || t.Kind is TenantKind.Region or TenantKind.City or TenantKind.District or TenantKind.Authority },
        new("Applications in figures", "/Admin/Applications/Control", Control) { Icon = "numbers", Order = 8 },
        new("Retraining of staff", "/Admin/Retraining/Index", SendStaff) { Icon = "users", Order = 16, Feature = StaffFeature },
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<Activity, Submitted>();
        services.AddSingleton<Activity, SetStatus>();
        services.AddSingleton<Activity, Enrol>();
        services.AddSingleton<Activity, ReleaseSeat>();
        services.AddSingleton<CaseSubjects, ApplicationSubjects>();
        services.AddSingleton<KnownOpenings>();
        services.AddSingleton<ApplicationLetters>();
        services.AddSingleton<NoticeKind, ChangedNotice>();
        services.AddSingleton<KnownForms>();
        services.AddSingleton<Consents>();
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
        services.AddScoped<FormBook>();
        services.AddScoped<IRecipeStep, ApplicationFormsStep>();
        services.AddScoped<IExportedSteps, ExportedForms>();
        services.AddScoped<ApplicationTable>();
        services.AddScoped<ControlBook>();
        services.AddScoped<ControlCharts>();
        services.AddScoped<ICabinetCard, ControlCard>();
        services.AddScoped<RankBook>();
        services.AddScoped<IRecipeStep, ApplicationRulesStep>();
        services.AddHttpContextAccessor();
        services.AddScoped<DraftDesk>();
        services.AddScoped<IWakes, OldDrafts>();
        services.AddSingleton<PaperLimits>();
        services.AddScoped<PaperDesk>();
        services.AddScoped<INameFiles, PaperNames>();
        services.AddScoped<IWakes, ForsakenPapers>();
        AddStaff(services);
    }

    // Schools send lists of their staff, and are told what becomes of them.
    private static void AddStaff(IServiceCollection services)
    {
        services.AddSingleton<SenderNews>();
        services.AddScoped<IWakes, OfferRound>();
        services.AddScoped<IWakes, OfferCare>();
        services.AddReceiver<OpeningsOffered, OfferRelay>(T.Say("What a centre offers to schools of the district"));
        services.AddScoped<ITakesFromAbove, OffersFromAbove>();
        services.AddReceiver<StaffListSent, StaffArrival>(T.Say("A school's list of its staff"));
        services.AddReceiver<StaffKept, StaffCases>(T.Say("A school's list of its staff"));
        services.AddReceiver<StaffWithdrawn, StaffLeaving>(T.Say("A school withdraws one of its staff"));
        services.AddReceiver<StaffListTold, StaffTold>(T.Say("A list of staff of which a recipe tells"));
        services.AddReceiver<StaffListAnswered, StaffAnswers>(T.Say("A centre's answer to a school's list"));
        services.AddReceiver<StaffBecame, StaffAnswers>(T.Say("What became of one of a school's staff"));
        services.AddScoped<StaffBook>();
        services.AddScoped<StaffSending>();
        services.AddScoped<JoinedLists>();
        services.AddScoped<ListCentres>();
        services.AddScoped<ICabinetCard, CentresCard>();
        services.AddScoped<IPersonReferences, StaffReferences>();
        services.AddScoped<ICabinetCard, StaffCard>();
        services.AddScoped<IRecipeStep, StaffListsStep>();
    }

    public override void Map(IEndpointRouteBuilder routes)
    {
        ApplicationsApi.Map(routes);
        StaffApi.Map(routes);
        RanksApi.Map(routes);
        FormsApi.Map(routes);
        ControlApi.Map(routes);
    }
}
