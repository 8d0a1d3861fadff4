using Integral.Platform.Audit;
using Integral.Platform.Backup;
using Integral.Platform.Changes;
using Integral.Platform.Data;
using Integral.Platform.Live;
using Integral.Platform.Localization;
using Integral.Platform.Messaging;
using Integral.Platform.Modules;
using Integral.Platform.Reporting;
using Integral.Platform.Search;
using Integral.Platform.Security;
using Integral.Platform.Sharing;
using Integral.Platform.Tenancy;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Integral.Platform.Jobs;

internal static class JobServices
{
    public static void AddJobs(this IServiceCollection services, Provider provider)
    {
        services.AddSingleton<Node>();
        services.AddSingleton<Agenda>();
        services.AddSingleton<MessageKinds>();
        services.AddSingleton<Delivery>();
        services.AddSingleton<DeadLetterBox>();
        services.AddSingleton<OutboxTurn>();
        services.AddSingleton<IDueTurn>(s => s.GetRequiredService<OutboxTurn>());
        services.AddSingleton<IDueTurn, ChangeSetExpiry>();
        services.AddSingleton<IDueTurn, SharingTurn>();
        services.AddSingleton<IDueTurn, MovedTurn>();
        services.AddSingleton<IDueTurn, SearchTurn>();
        services.AddReceiver<Offered, OfferedReceiver>(T.Say("What is offered to the institutions below"));
        services.AddScoped(s => new Offers(s.GetRequiredService<Db>(), s.GetRequiredService<Outbox>()));
        services.AddSingleton<LetterTurn>();
        services.AddSingleton<IDueTurn>(s => s.GetRequiredService<LetterTurn>());
        services.AddSingleton<LetterCare>();
        services.AddSingleton<WakeTurns>();
        services.AddSingleton(s => new Alarm(s.GetRequiredService<Agenda>()));
        services.AddSingleton<Dispatcher>();
        services.AddHostedService(s => s.GetRequiredService<Dispatcher>());
        services.AddHostedService<SignalListener>();
        services.AddSingleton<OutboxCare>();
        services.AddScoped(s => new DeadLetters(s.GetRequiredService<HostDb>(), s.GetRequiredService<Catalogue>(), s.GetRequiredService<MessageKinds>(), s.GetRequiredService<OutboxCare>(), s.GetRequiredService<LetterCare>(), s.GetRequiredService<LiveNews>(), s.GetRequiredService<Trail>()));
        services.AddScoped(s => new Outbox(s.GetRequiredService<Db>(), s.GetRequiredService<Agenda>(), s.GetRequiredService<Catalogue>(), s.GetRequiredService<TimeProvider>()));
        services.AddFigures();
        services.AddHostJobs(provider);
    }

    private static void AddFigures(this IServiceCollection services)
    {
        services.AddSingleton<FigureBook>();
        services.AddSingleton<NightlyFigures>();
        services.AddReceiver<DayCount, FigureIntake>(T.Say("Figures of an institution"));
        services.AddScoped(s => new Figures(s.GetRequiredService<Outbox>(), s.GetRequiredService<IExtensions<Indicator>>(), s.GetRequiredService<Current>(), s.GetRequiredService<TimeProvider>()));
        services.AddScoped(s => new FigureSums(s.GetRequiredService<HostDb>(), s.GetRequiredService<Catalogue>(), s.GetRequiredService<Current>(), s.GetRequiredService<IExtensions<Indicator>>()));
    }

    private static void AddHostJobs(this IServiceCollection services, Provider provider)
    {
        services.AddSingleton<IHostJob>(s => s.GetRequiredService<ExpiredSignIns>());
        services.AddSingleton<IHostJob>(s => s.GetRequiredService<UpgradeSweep>());
        services.AddSingleton<IHostJob>(s => s.GetRequiredService<UnfinishedTenants>());
        services.AddSingleton<IHostJob>(s => s.GetRequiredService<NightlyCare>());
        services.AddSingleton<IHostJob>(s => s.GetRequiredService<WholeSealing>());
        services.AddSingleton<IHostJob>(s => s.GetRequiredService<NightlyFigures>());
        services.AddSingleton<WeeklyLook>();
        services.AddSingleton<IHostJob>(s => s.GetRequiredService<WeeklyLook>());
        services.AddSingleton<WeeklySearchCheck>();
        services.AddSingleton<IHostJob>(s => s.GetRequiredService<WeeklySearchCheck>());
        services.AddSingleton<IHostJob>(s => s.GetRequiredService<ScheduledBackups>());
        services.AddSingleton<IHostJob>(s => s.GetRequiredService<RestoreDrill>());
        services.AddQuartz(quartz => Timetable.Configure(quartz, provider));
        services.AddLogging(log => log.AddFilter("Quartz", LogLevel.Warning));
        services.AddTransient<HostJobRun>();
        services.AddSingleton<Timetable>();
        services.AddHostedService(s => s.GetRequiredService<Timetable>());
        services.AddSingleton<Heartbeat>();
        services.AddHostedService(s => s.GetRequiredService<Heartbeat>());
        services.AddSingleton<HostJobBook>();
        services.AddSingleton<DatabaseSize>();
        services.AddScoped(s => new InstallationStatus(s.GetRequiredService<HostDb>(), s.GetRequiredService<Catalogue>(), s.GetRequiredService<HostJobBook>(), s.GetRequiredService<DatabaseSize>(),
            s.GetRequiredService<Heartbeat>(), s.GetRequiredService<TenantUpgrades>()));
    }
}
