using Integral.Communication.Api;
using Integral.Communication.Contracts;
using Integral.Communication.Recipes;
using Integral.Communication.Sms;
using Integral.Platform.Jobs;
using Integral.Platform.Messaging;
using Integral.Platform.Navigation;
using Integral.Platform.Recipes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Communication;

/// <summary>People are told what concerns them: by the bell in their cabinet, and in letters when and about what they choose.</summary>
public sealed class CommunicationModule : IntegralModule
{
    public const string Notices = "communication.notices";

    public override string Name => "Communication";
    public override string Description => "Notices in the cabinet and by letter, and what they say";

    /// <summary>Every cabinet has the bell; what is told comes from other modules.</summary>
    public override bool IsAlwaysOn => true;

    public override IReadOnlyList<Permission> Permissions =>
        [new(Notices, "See who was sent which notices, and change what they say", DeliveredRoles.PlatformAdmin, DeliveredRoles.TenantAdmin, DeliveredRoles.Head)];

    public override IReadOnlyList<MenuItem> Menu => [new("Sent notices", "/Admin/Notices/Index", Notices) { Icon = "bell", Order = 36 }];

    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<NoticeKinds>();
        services.AddSingleton<INotices, Telling>();
        services.AddReceiver<Told, NoticeIntake>(T.Say("What people are to be told"));
        services.AddReceiver<Withdrawn, NoticeWithdrawal>(T.Say("What people were told and isn't so any more"));
        services.AddScoped<NoticeWords>();
        services.AddScoped<NoticeBook>();
        services.AddScoped<IOwnNotices>(s => s.GetRequiredService<NoticeBook>());
        services.AddScoped<IBarMark, Bell>();
        services.AddScoped<NoticeChoosing>();
        services.AddScoped<TextDesk>();
        services.AddScoped<LetterLog>();
        services.AddScoped<IWakes, NoticeTimes>();
        services.AddScoped<IRecipeStep, NoticesStep>();
        AddSms(services);
    }

    public override void Map(IEndpointRouteBuilder routes) => NoticesApi.Map(routes);

    private static void AddSms(IServiceCollection services)
    {
        services.AddSingleton<SmsGateway>();
        services.AddReceiver<Told, SmsIntake>(T.Say("What people are to be told"));
        services.AddScoped<SmsChoosing>();
        services.AddScoped<SmsLog>();
        services.AddScoped<IWakes, SmsTimes>();
        services.AddSingleton(SmsSwitch.Known);
    }
}
