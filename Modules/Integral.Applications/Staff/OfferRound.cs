using Integral.Applications.Contracts;
using Integral.Platform.Jobs;
using Integral.Platform.Messaging;

namespace Integral.Applications.Staff;

/// <summary>
/// Tells the institution above what can be applied for here, each time that changes: it offers that to all below it. Told whole, so that it doesn't matter which change
/// came first and whether one was missed.
/// </summary>
internal sealed class OfferRound(Db db, Current current, Catalogue catalogue, KnownOpenings openings, Outbox outbox) : IWakes
{
    public string Kind => Openings.Changed;

    public async Task<DateTime?> WakeAsync(CancellationToken stopping)
    {
        if (current.Tenant.ParentId is not { } above || catalogue.Of(above)?.Has(ApplicationsModule.StaffFeature) != true) return null;
        outbox.Add(new OpeningsOffered(await openings.OfferedAsync(db, current.Tenant)), above);
        await db.SaveChangesAsync(stopping);
        return null;
    }
}
