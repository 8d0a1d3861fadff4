using Integral.Platform.Audit;
using Integral.Platform.Data;
using Integral.Platform.Messaging;
using Integral.Platform.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Platform.Jobs;

internal static class JobServices
{
    public static void AddJobs(this IServiceCollection services)
    {
        services.AddSingleton<Node>();
        services.AddSingleton<Agenda>();
        services.AddSingleton<MessageKinds>();
        services.AddSingleton<Delivery>();
        services.AddSingleton<DeadLetterBox>();
        services.AddSingleton<OutboxTurn>();
        services.AddSingleton<Dispatcher>();
        services.AddHostedService(s => s.GetRequiredService<Dispatcher>());
        services.AddHostedService<DueListener>();
        services.AddSingleton<OutboxCare>();
        services.AddScoped(s => new DeadLetters(s.GetRequiredService<HostDb>(), s.GetRequiredService<Catalogue>(), s.GetRequiredService<MessageKinds>(), s.GetRequiredService<OutboxCare>(), s.GetRequiredService<Trail>()));
        services.AddScoped(s => new Outbox(s.GetRequiredService<Db>(), s.GetRequiredService<Agenda>(), s.GetRequiredService<Catalogue>(), s.GetRequiredService<TimeProvider>()));
    }
}
