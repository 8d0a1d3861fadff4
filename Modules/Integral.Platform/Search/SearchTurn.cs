using Integral.Platform.Data;
using Integral.Platform.Jobs;
using Integral.Platform.Localization;
using Integral.Platform.Modules;
using Integral.Platform.Tenancy;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Integral.Platform.Search;

/// <summary>A turn of comparing one tenant's index with its records: a few seconds, and on from there in the next.</summary>
internal sealed class SearchTurn(ITenantRunner runner, ModuleCatalog modules, TimeProvider clock, ILogger<SearchTurn> log) : IDueTurn
{
    private const int StepsOfATurn = 20;

    public string Kind => DueWork.Search;

    public Task<Left> ServeAsync(Tenant tenant, CancellationToken stopping) => runner.RunAsync(tenant, "search", async services =>
    {
        var check = new IndexCheck(services.GetRequiredService<Db>(), modules, services);
        await check.BeginAsync(stopping);
        for (var step = 0; step < StepsOfATurn && !stopping.IsCancellationRequested; step++)
        {
            if (await check.StepAsync(stopping) is not { } mended) return Left.Nothing;
            if (mended > 0) log.LogInformation("The search index of {Tenant} was mended: {Count} texts.", tenant.Path, mended);
        }
        return new Left(0, null, clock.GetUtcNow().UtcDateTime);
    });
}

/// <summary>Has every tenant's index compared once a week, and once after an upgrade that brings the search: nobody rebuilds anything by hand.</summary>
internal sealed class WeeklySearchCheck(Catalogue catalogue, Agenda agenda) : IHostJob
{
    public string Name => "search";
    public Sentence Title => T.Say("Compare the search with the texts of all institutions");
    public TimeSpan Every => TimeSpan.FromDays(7);

    public Task RunAsync(CancellationToken cancel) => agenda.AllDueAsync([.. catalogue.All.Where(t => t.State == TenantState.Running).Select(t => t.Id)], DueWork.Search);
}
