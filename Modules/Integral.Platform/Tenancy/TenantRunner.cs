using Integral.Platform.Security;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Platform.Tenancy;

/// <summary>Runs work outside a request in a tenant: its data, its features, and nobody signed in.</summary>
public interface ITenantRunner
{
    /// <param name="what">The name of the job or verb, for the audit trail.</param>
    Task<T> RunAsync<T>(Tenant tenant, string what, Func<IServiceProvider, Task<T>> work);
}

internal sealed class TenantRunner(IServiceScopeFactory scopes) : ITenantRunner
{
    public async Task<T> RunAsync<T>(Tenant tenant, string what, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        var current = scope.ServiceProvider.GetRequiredService<Current>();
        current.Enter(tenant);
        current.Work = what;
        return await work(scope.ServiceProvider);
    }
}
