using Integral.Applications.Contracts;
using Integral.Platform.Jobs;
using Integral.Platform.Sharing;

namespace Integral.Applications.Staff;

/// <summary>
/// In the institution that passes on what centres offer: looks, when it gets the feature or a centre comes or goes and each week, whether what it offers is theirs who stand below it. Those
/// who went are offered no more, and those who are there tell anew what they have.
/// </summary>
[Feature(ApplicationsModule.StaffFeature)]
internal sealed class OfferCare(Db db, Current current, Catalogue catalogue, Offers offers, Alarm alarm) : IWakes
{
    public string Kind => "applications.relayed";

    public async Task<DateTime?> WakeAsync(CancellationToken stopping)
    {
        var centres = catalogue.Children(current.Tenant).Where(t => t.Has(ApplicationsModule.OwnFeature)).ToList();
        foreach (var gone in (await offers.OfferedAsync(SharedOpening.Kind)).Where(i => !centres.Exists(c => i.StartsWith(SharedOpening.Of(c.Id), StringComparison.Ordinal)))) await offers.WithdrawAsync(SharedOpening.Kind, gone);
        await db.SaveChangesAsync(stopping);
        foreach (var centre in centres.Where(c => c.State == TenantState.Running)) await alarm.RingAsync(centre.Id, Openings.Changed);
        return null;
    }
}
