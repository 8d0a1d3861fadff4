using Integral.Announcements.Api;
using Integral.Announcements.Recipes;
using Integral.Communication;
using Integral.Communication.Contracts;
using Integral.People;
using Integral.People.Contracts;
using Integral.Platform.Jobs;
using Integral.Platform.Messaging;
using Integral.Platform.Navigation;
using Integral.Platform.Recipes;
using Integral.Platform.Sharing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Announcements;

/// <summary>What an institution tells its people, or those of the institutions below it: on the board of the cabinet, with receipts where it is important (COM-03, COM-14).</summary>
public sealed class AnnouncementsModule : IntegralModule
{
    public const string Announce = "announcements.write", AnnounceBelow = "announcements.write_below";

    public override string Name => "Announcements";
    public override string Description => "Announcements to people, roles and groups, and who has read them";

    /// <summary>Every cabinet has the board.</summary>
    public override bool IsAlwaysOn => true;
    public override IReadOnlyList<IntegralModule> DependsOn => [new PeopleModule(), new CommunicationModule()];

    public override IReadOnlyList<Permission> Permissions =>
    [
        new(Announce, "Announce something to people of the institution, and see how many have read it", DeliveredRoles.PlatformAdmin, DeliveredRoles.TenantAdmin, DeliveredRoles.Head, DeliveredRoles.DeputyHead, DeliveredRoles.DistrictOffice, DeliveredRoles.Department, DeliveredRoles.CentreStaff),
        new(AnnounceBelow, "Announce something to the people of all institutions below", DeliveredRoles.PlatformAdmin, DeliveredRoles.TenantAdmin, DeliveredRoles.DistrictOffice, DeliveredRoles.Department),
    ];

    public override IReadOnlyList<MenuItem> Menu => [new("Announcements", "/Admin/Announcements/Index", Announce) { Icon = "news", Order = 35 }];

    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<NoticeKind, AnnouncedNotice>();
        services.AddSingleton<NoticeKind, ImportantNotice>();
        services.AddSingleton<NoticeKind, CorrectedNotice>();
        services.AddScoped<AnnouncementBook>();
        services.AddScoped<AnnouncementDesk>();
        services.AddScoped<AnnouncementWording>();
        services.AddScoped<AudienceReach>();
        services.AddScoped<Readers>();
        services.AddScoped<PersonSearch>();
        services.AddScoped<AudienceWords>();
        services.AddScoped<ShownText>();
        services.AddScoped<ICabinetBoard, AnnouncementBoard>();
        services.AddScoped<ITakesFromAbove, AnnouncementsFromAbove>();
        services.AddReceiver<ReceiptsCounted, ReceiptsIntake>(T.Say("How many have read an announcement"));
        services.AddScoped<IWakes, AnnouncementTimes>();
        services.AddScoped<IPersonReferences, AudienceReferences>();
        services.AddScoped<IRecipeStep, AnnouncementsStep>();
    }

    public override void Map(IEndpointRouteBuilder routes) => AnnouncementsApi.Map(routes);
}
