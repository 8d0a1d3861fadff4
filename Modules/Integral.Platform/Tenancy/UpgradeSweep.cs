using Integral.Platform.Jobs;
using Integral.Platform.Localization;
using Microsoft.Extensions.Hosting;

namespace Integral.Platform.Tenancy;

/// <summary>After the program was replaced, upgrades the files of tenants that nobody visits, one after the other.</summary>
internal sealed class UpgradeSweep(TenantUpgrades upgrades, IHostApplicationLifetime life) : IHostJob
{
    private const int Named = 5;

    public string Name => "upgrade-institutions";
    public Sentence Title => T.Say("Bring the data of institutions to this version");
    public TimeSpan Every => TimeSpan.FromMinutes(10);

    /// <exception cref="RuleException">Some must wait. One that failed is marked, and not told of here.</exception>
    public async Task RunAsync(CancellationToken cancel)
    {
        foreach (var tenant in upgrades.Pending)
        {
            if (cancel.IsCancellationRequested || life.ApplicationStopping.IsCancellationRequested) return;
            await upgrades.ReadyAsync(tenant);
        }
        var left = upgrades.Pending;
        Rule.Require(left.Count == 0, T.Say("Not brought to this version yet: {0}. The server's log says why. It is tried again each ten minutes.", string.Join(", ", left.Take(Named).Select(t => t.Name))));
    }
}
