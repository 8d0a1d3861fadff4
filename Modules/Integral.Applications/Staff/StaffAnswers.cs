using Integral.Applications.Data;
using Integral.Platform.Messaging;

namespace Integral.Applications.Staff;

/// <summary>What the centre says of those whom the institution has sent. Of others' it is told nothing.</summary>
[Feature(ApplicationsModule.StaffFeature)]
internal sealed class StaffAnswers(Db db, Outbox outbox, TimeProvider clock) : IReceives<StaffListAnswered>, IReceives<StaffBecame>
{
    public async Task ReceiveAsync(StaffListAnswered message, Arrival arrival, CancellationToken cancel)
    {
        var (id, centre) = (message.ListId, arrival.SenderId);
        if (await db.StaffLists.Include(l => l.People).FirstOrDefaultAsync(l => l.Id == id && l.CentreId == centre, cancel) is not { } list) return;
        (list.OpeningId, list.Title) = (message.OpeningId ?? list.OpeningId, message.Title ?? list.Title);
        var said = message.People.ToDictionary(p => p.Id);
        foreach (var one in list.People.Where(p => said.ContainsKey(p.Id)))
        {
            one.Answer(said[one.Id], Now);
            // The withdrawal came before the list, which had to be sent again.
            if (one.IsToLeave) outbox.Add(new StaffWithdrawn(one.Id), centre);
        }
    }

    public async Task ReceiveAsync(StaffBecame message, Arrival arrival, CancellationToken cancel)
    {
        var (id, centre, lists) = (message.Id, arrival.SenderId, db.StaffLists);
        if (await db.StaffListed.FirstOrDefaultAsync(p => p.Id == id && lists.Any(l => l.Id == p.ListId && l.CentreId == centre), cancel) is not { } one) return;
        if (message.Number is { } number) one.Become(number, message.Status, message.Version, Now);
        else one.Leave(Now);
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}
