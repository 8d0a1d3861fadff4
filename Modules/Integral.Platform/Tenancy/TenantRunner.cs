using Integral.Platform.Security;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Platform.Tenancy;

/// <summary>Runs work outside a request in a tenant: its data, its features, and nobody signed in.</summary>
public interface ITenantRunner
{
    /// <param name="what">The name of the job or verb, for the audit trail.</param>
    /// <exception cref="RuleException">Its data can't be brought to this version.</exception>
    Task<T> RunAsync<T>(Tenant tenant, string what, Func<IServiceProvider, Task<T>> work);
}

internal sealed class TenantRunner(IServiceScopeFactory scopes, TenantUpgrades upgrades) : ITenantRunner
{
    public async Task<T> RunAsync<T>(Tenant tenant, string what, Func<IServiceProvider, Task<T>> work)
    {
        tenant = await upgrades.RequireAsync(tenant);
        await using var scope = scopes.CreateAsyncScope();
        var current = scope.ServiceProvider.GetRequiredService<Current>();
        current.Enter(tenant);
        current.Work = what;
        return await work(scope.ServiceProvider);
    }
}
