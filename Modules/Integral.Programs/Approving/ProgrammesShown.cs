using Integral.Applications.Contracts;
using Integral.Platform.Jobs;
using Integral.Platform.Messaging;

namespace Integral.Programs.Approving;

/// <summary>What the institution tells itself when a workflow has published a programme.</summary>
[Message("programmes.shown")]
internal sealed record ProgrammesShown;

/// <summary>After the commit: the site's menu shows the catalogue, and schools of the district see what they can send their staff for.</summary>
internal sealed class ShownProgrammes(Current current, TenantChanges tenants, Alarm alarm) : IReceives<ProgrammesShown>
{
    public async Task ReceiveAsync(ProgrammesShown message, Arrival arrival, CancellationToken cancel)
    {
        await tenants.TouchAsync(current.Tenant.Id);
        await alarm.RingAsync(current.Tenant.Id, Openings.Changed);
    }
}
