using Integral.Applications.Staff;
using Integral.Tests.Kit;

namespace Integral.Tests.Isolation;

/// <summary>What the centre offers, and a list of its staff that school 1 has sent there.</summary>
internal static class Sent
{
    public static Task<(Guid Offer, Guid List, Guid Listed)> SampleAsync(District district, Guid person) => district.InDbAsync("school-1", async db =>
    {
        var (centre, now) = (district.Tenant("centre"), TimeProvider.System.GetUtcNow().UtcDateTime);
        var today = DateOnly.FromDateTime(now);
        var offer = new OfferedOpening { CentreId = centre.Id, OpeningId = Guid.NewGuid() };
        offer.Take(new(centre.Id, offer.OpeningId, "Sample", "/programmes/sample", today, today.AddDays(9)));
        var list = new StaffList { Sent = $"{Guid.NewGuid():N}", CentreId = centre.Id, OpeningId = offer.OpeningId, Title = "Sample", Contact = "Sample", Email = "sample@example.org", Consent = "", SentAt = now };
        var one = new StaffListed { ListId = list.Id, PersonId = person, Name = "Sample" };
        list.People.Add(one);
        db.AddRange(offer, list);
        await db.SaveChangesAsync();
        return (offer.Id, list.Id, one.Id);
    });
}
