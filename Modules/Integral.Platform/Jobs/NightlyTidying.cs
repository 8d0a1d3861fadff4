using Integral.Platform.Localization;
using Integral.Platform.Modules;
using Integral.Platform.Tenancy;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Integral.Platform.Jobs;

/// <summary>Has every running tenant's modules clear away what was thrown away long ago, one after the other, while nobody waits.</summary>
internal sealed class NightlyTidying(ITenantRunner runner, Catalogue catalogue, ILogger<NightlyTidying> log) : IHostJob
{
    public string Name => "tidying";
    public Sentence Title => T.Say("Clear away what was thrown away long ago");
    public TimeSpan Every => TimeSpan.FromDays(1);
    public TimeOnly? At => new(23, 0);

    public async Task RunAsync(CancellationToken cancel)
    {
        foreach (var tenant in catalogue.All.Where(t => t.State == TenantState.Running).ToList())
        {
            cancel.ThrowIfCancellationRequested();
            try
            {
                await runner.RunAsync(tenant, Name, services => TidyAsync(services, cancel));
            }
            catch (Exception trouble) when (trouble is not OutOfMemoryException && !cancel.IsCancellationRequested)
            {
                log.LogError(trouble, "{Tenant} couldn't be tidied; it is tomorrow.", tenant.Path);
            }
        }
    }

    private static async Task<bool> TidyAsync(IServiceProvider services, CancellationToken cancel)
    {
        foreach (var one in services.GetRequiredService<IExtensions<ITidies>>()) await one.TidyAsync(cancel);
        return true;
    }
}
