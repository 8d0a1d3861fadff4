using Integral.Applications.Data;
using Integral.Platform.Sharing;

namespace Integral.Applications.Staff;

/// <summary>Takes what centres of the district offer, as the institution above passes it on.</summary>
[Feature(ApplicationsModule.StaffFeature)]
internal sealed class OffersFromAbove(Db db, Current current) : ITakesFromAbove
{
    public string Kind => SharedOpening.Kind;

    public async Task TakeAsync(Tenant origin, string recordId, string body)
    {
        var said = Json.Read<SharedOpening>(body)!;
        if (said.CentreId == current.Tenant.Id) return;      // nobody sends staff to themselves
        if (await FindAsync(said.CentreId, said.OpeningId) is not { } here) db.Add(here = new() { CentreId = said.CentreId, OpeningId = said.OpeningId });
        here.Take(said);
    }

    public async Task WithdrawAsync(Guid originId, string recordId)
    {
        if (recordId.Split('.') is [var centre, var opening] && await FindAsync(Guid.Parse(centre), Guid.Parse(opening)) is { } here) db.Remove(here);
    }

    private Task<OfferedOpening?> FindAsync(Guid centre, Guid opening) => db.OfferedOpenings.FirstOrDefaultAsync(o => o.CentreId == centre && o.OpeningId == opening);
}
