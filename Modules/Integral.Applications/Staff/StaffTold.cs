using Integral.Applications.Data;
using Integral.People.Contracts;
using Integral.Platform.Messaging;

namespace Integral.Applications.Staff;

/// <summary>Sends a list of which a recipe has told, once for one centre and one group. Until the centre is there it is tried again.</summary>
[Feature(ApplicationsModule.StaffFeature)]
internal sealed class StaffTold(Db db, Current current, Catalogue catalogue, Outbox outbox) : IReceives<StaffListTold>
{
    public async Task ReceiveAsync(StaffListTold message, Arrival arrival, CancellationToken cancel)
    {
        var centre = catalogue.At(message.Centre) ?? throw new RuleException(T.Say("There is no institution '{0}'.", message.Centre));
        var digest = Secrets.Digest($"recipe {centre.Id} {message.For}");
        if (await db.StaffLists.AnyAsync(l => l.Sent == digest, cancel)) return;
        var list = new StaffList { Sent = digest, CentreId = centre.Id, Title = message.For, Contact = message.Contact, Email = message.Email, Phone = message.Phone, Consent = message.Consent, SentAt = message.At };
        var ids = message.People.ToArray();
        var people = await db.Set<Person>().AsNoTracking().Where(p => EF.Parameter(ids).Contains(p.Id)).OrderBy(p => p.SortName).ThenBy(p => p.Id).ToListAsync(cancel);
        var sent = people.Select(p => (Listed: new StaffListed { ListId = list.Id, PersonId = p.Id, Name = p.FullName }, Who: new NewPerson(p.FamilyName, p.GivenName, p.Patronymic, p.BornOn, p.Email, p.Phone))).ToList();
        list.People.AddRange(sent.Select(s => s.Listed));
        db.Add(list);
        outbox.Add(new StaffListSent(list.Id, null, message.For, list.Contact, list.Email, list.Phone, list.Consent, current.Tenant.Culture, [.. sent.Select(s => new ListedStaff(s.Listed.Id, s.Who))], message.At), centre.Id);
    }
}
