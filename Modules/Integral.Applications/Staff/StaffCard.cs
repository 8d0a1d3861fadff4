using System.Globalization;
using Integral.Applications.Data;
using Integral.People.Contracts;
using Integral.Platform.Navigation;

namespace Integral.Applications.Staff;

/// <summary>For a school's head: how many of the staff wait for an answer from a centre, or that there is something to send them for.</summary>
[Feature(ApplicationsModule.StaffFeature)]
internal sealed class StaffCard(StaffBook book, Current current, Texts texts) : ICabinetCard
{
    public async ValueTask<CabinetCard?> ShowAsync()
    {
        if (!current.Can(ApplicationsModule.SendStaff)) return null;
        var (waiting, offers) = (await book.WaitingAsync(), await book.OffersAsync());
        if (waiting > 0) return new(texts["Retraining of staff"], texts["sent to a centre, without an answer yet"], waiting.ToString(CultureInfo.CurrentCulture), "/Admin/Retraining", "users", 21);
        var open = offers.Count(o => o.IsOpen);
        return open == 0 ? null : new(texts["Retraining of staff"], texts["groups for which you can send staff today"], open.ToString(CultureInfo.CurrentCulture), "/Admin/Retraining", "users", 21);
    }
}

/// <summary>Those whom the institution has sent to a centre. What was sent stays as it was sent.</summary>
internal sealed class StaffReferences(Db db) : IPersonReferences
{
    public Type Rows => typeof(StaffListed);
    public Sentence? What => T.Say("Sent for retraining");

    public Task<int> CountAsync(Guid person) => db.StaffListed.CountAsync(p => p.PersonId == person);

    public async Task MoveAsync(Guid from, Guid to) => (await db.StaffListed.Where(p => p.PersonId == from).ToListAsync()).ForEach(p => p.PersonId = to);
}
