using Integral.Platform.Modules;
using Integral.Platform.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Platform.Jobs;

/// <summary>Something of a module that is to happen in a tenant at a time of its own: a text is published, a deadline has come. Registered as a scoped service.</summary>
public interface IWakes
{
    /// <summary>By which the <see cref="Alarm"/> is set; at most 60 characters, beginning with the module's name.</summary>
    string Kind { get; }

    /// <summary>Does what is due by now. It may be called when nothing is, and again after having been cut short.</summary>
    /// <returns>When the next is due (UTC); null where nothing is planned.</returns>
    Task<DateTime?> WakeAsync(CancellationToken stopping);
}

/// <summary>Wakes a tenant when something of it is due. Set before the tenant's own commit: waking in vain costs nothing, sleeping on does.</summary>
public sealed class Alarm
{
    private readonly Agenda agenda;

    internal Alarm(Agenda agenda) => this.agenda = agenda;

    /// <param name="tenant">Its id.</param>
    /// <param name="kind">Of an <see cref="IWakes"/>.</param>
    /// <param name="at">UTC. An earlier time that was set before stays.</param>
    public Task SetAsync(Guid tenant, string kind, DateTime at) => agenda.ComeBackAsync(tenant, kind, at);
}

/// <summary>Lets modules do what is due in a tenant.</summary>
internal sealed class WakeTurns(ITenantRunner runner, Agenda agenda)
{
    /// <returns>Null where no feature that the tenant has knows the kind.</returns>
    public Task<Left?> ServeAsync(Tenant tenant, string kind, CancellationToken stopping) => runner.RunAsync(tenant, kind, async services =>
    {
        if (kind == DueWork.Planned) return await AllAsync(tenant, services, stopping);
        if (services.GetRequiredService<IExtensions<IWakes>>().FirstOrDefault(w => w.Kind == kind) is not { } waker) return null;
        return await waker.WakeAsync(stopping) is { } next ? new(0, null, next) : Left.Nothing;
    });

    private async Task<Left?> AllAsync(Tenant tenant, IServiceProvider services, CancellationToken stopping)
    {
        foreach (var waker in services.GetRequiredService<IExtensions<IWakes>>().ToList())
            if (await waker.WakeAsync(stopping) is { } next) await agenda.ComeBackAsync(tenant.Id, waker.Kind, next);
        return Left.Nothing;
    }
}
