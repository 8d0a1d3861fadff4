using Integral.Platform.Messaging;
using Integral.Platform.Sharing;

namespace Integral.Applications.Staff;

/// <summary>What an institution directly below offers is offered to all below: its sisters can send their staff there.</summary>
[Feature(ApplicationsModule.StaffFeature)]
internal sealed class OfferRelay(Current current, Catalogue catalogue, Offers offers) : IReceives<OpeningsOffered>
{
    public async Task ReceiveAsync(OpeningsOffered message, Arrival arrival, CancellationToken cancel)
    {
        if (catalogue.Of(arrival.SenderId) is not { } centre || centre.ParentId != current.Tenant.Id) return;      // it was moved meanwhile
        SharedOpening[] said = [.. message.Places.Select(p => new SharedOpening(centre.Id, p.Id, p.Title, p.Address, p.FromOn, p.UntilOn))];
        foreach (var one in said) await offers.OfferAsync(SharedOpening.Kind, one.RecordId, one);
        var ids = said.Select(s => s.RecordId).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in (await offers.OfferedAsync(SharedOpening.Kind)).Where(i => i.StartsWith(SharedOpening.Of(centre.Id), StringComparison.Ordinal) && !ids.Contains(i))) await offers.WithdrawAsync(SharedOpening.Kind, gone);
    }
}
