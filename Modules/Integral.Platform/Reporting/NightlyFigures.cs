using Integral.Platform.Jobs;
using Integral.Platform.Localization;
using Integral.Platform.Modules;
using Integral.Platform.Tenancy;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Integral.Platform.Reporting;

/// <summary>Has every running tenant count what its modules count by themselves, one after the other, while nobody waits.</summary>
internal sealed class NightlyFigures(ITenantRunner runner, Catalogue catalogue, FigureBook book, TimeProvider clock, ILogger<NightlyFigures> log) : IHostJob
{
    public string Name => "figures";
    public Sentence Title => T.Say("Count the figures of all institutions");
    public TimeSpan Every => TimeSpan.FromDays(1);
    public TimeOnly? At => new(22, 0);

    public async Task RunAsync(CancellationToken cancel)
    {
        foreach (var tenant in catalogue.All.Where(t => t.State == TenantState.Running).ToList())
        {
            cancel.ThrowIfCancellationRequested();
            try
            {
                foreach (var count in await runner.RunAsync(tenant, Name, services => CountAsync(services, tenant, cancel))) await book.WriteAsync(tenant.Id, count, cancel);
            }
            catch (Exception trouble) when (trouble is not OutOfMemoryException && !cancel.IsCancellationRequested)
            {
                log.LogError(trouble, "The figures of {Tenant} couldn't be counted; they are tomorrow.", tenant.Path);
            }
        }
    }

    private async Task<IReadOnlyList<DayCount>> CountAsync(IServiceProvider services, Tenant tenant, CancellationToken cancel)
    {
        var (counts, at) = (new List<DayCount>(), clock.GetUtcNow().UtcDateTime);
        foreach (var indicator in services.GetRequiredService<IExtensions<Indicator>>())
            if (await indicator.CountAsync(cancel) is { } figures) counts.Add(DayCount.Of(indicator.Id, Figures.DayIn(tenant, clock), at, figures));
        return counts;
    }
}
