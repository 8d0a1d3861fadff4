using Integral.Platform.Modules;
using Integral.Platform.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Platform.Jobs;

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
