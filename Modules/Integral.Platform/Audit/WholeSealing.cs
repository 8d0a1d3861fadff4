using Integral.Platform.Jobs;
using Integral.Platform.Localization;
using Integral.Platform.Tenancy;

namespace Integral.Platform.Audit;

/// <summary>Seals what was left unsealed by processes that were killed, and what came with a restored institution.</summary>
internal sealed class WholeSealing(AuditSealer sealer, Catalogue catalogue) : IHostJob
{
    public string Name => "seal-audit";
    public Sentence Title => T.Say("Seal what is unsealed in the audit trails");
    public TimeSpan Every => TimeSpan.FromDays(1);
    public TimeOnly? At => new(23, 0);

    public async Task RunAsync(CancellationToken cancel)
    {
        await sealer.SealHostAsync(since: null, cancel);
        foreach (var tenant in catalogue.All.Where(t => t.State == TenantState.Running))
        {
            cancel.ThrowIfCancellationRequested();
            await sealer.SealAsync(tenant, since: null, cancel);
        }
    }
}
