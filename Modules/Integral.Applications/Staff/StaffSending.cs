using System.Globalization;
using Integral.Applications.Data;
using Integral.People.Contracts;
using Integral.Platform.Messaging;
using Integral.Platform.Reporting;

namespace Integral.Applications.Staff;

/// <summary>Who sends a list of staff.</summary>
/// <param name="Contact">Name of the person who answers for it.</param>
internal sealed record StaffSender(string Contact, string Email, string? Phone);

/// <summary>An institution sends some of its own staff to a centre of the district, as one list, and withdraws one of them: for the screens and the API alike.</summary>
internal sealed class StaffSending(Db db, StaffBook book, IEmployees employees, Outbox outbox, Figures figures, Catalogue catalogue, TimeProvider clock, Texts texts)
{
    /// <summary>What the sender confirms, in the language they read.</summary>
    public string ConsentFor(OfferedOpening offer) => texts["The people on this list have agreed that {0} keeps and uses what is written here to decide on their applications, and writes or calls them about it.", catalogue.Of(offer.CentreId)?.Name ?? ""];

    /// <summary>Sends a list, once however often it is sent under its key.</summary>
    /// <param name="id">Of what is offered, here.</param>
    /// <exception cref="NotFoundException">It isn't offered, or somebody of them doesn't work here.</exception>
    /// <exception cref="RuleException">It can't be applied for today, nobody is chosen, or something is missing.</exception>
    public async Task<StaffList> SendAsync(Guid id, StaffSender sender, IReadOnlyCollection<Guid> chosen, bool agrees, string key)
    {
        var (offer, digest) = (await book.OfferAsync(id), Secrets.Digest(key));
        if (await db.StaffLists.Include(l => l.People).FirstOrDefaultAsync(l => l.Sent == digest) is { } there) return there.OpeningId == offer.OpeningId ? there : throw new RuleException("Another application was sent under this key.");
        Rule.Require(offer.IsOpenOn(figures.Today), offer.FromOn > figures.Today ? T.Say("One can apply from {0:d} on.", offer.FromOn) : T.Say("Applications were taken until {0:d}.", offer.UntilOn));
        var ids = chosen.Distinct().ToArray();
        Rule.Require(ids.Length > 0, "Choose whom you send.", "Chosen");
        Rule.Require(ids.Length <= ApplicationList.MostPeople, T.Say("A list has at most {0} people. Divide it.", ApplicationList.MostPeople), "Chosen");
        var staff = (await employees.AllAsync()).ToDictionary(e => e.PersonId);
        if (!ids.All(staff.ContainsKey)) throw new NotFoundException();
        var listed = await book.ListedAsync(offer);
        foreach (var one in ids.Select(i => staff[i]))
        {
            Rule.Require(one.Who.BornOn is not null, T.Say("The date of birth of '{0}' isn't written on their card. Write it there first.", one.Who.FullName), "Chosen");
            Rule.Require(!listed.Contains(one.PersonId), T.Say("'{0}' was sent for this already.", one.Who.FullName), "Chosen");
        }
        Rule.Require(agrees, "Without this consent we may not keep what you write.", "Consent");
        var by = NewPerson.Of(sender.Contact, sender.Email, sender.Phone);
        var list = new StaffList { Sent = digest, CentreId = offer.CentreId, OpeningId = offer.OpeningId, Title = offer.Title, Contact = Contact(by), Email = Reached(by).Email!, Phone = Reached(by).Phone, Consent = ConsentFor(offer), SentAt = Now };
        await db.WriteAsync(() => AddAsync(list, [.. ids.Select(i => staff[i]).OrderBy(e => e.Who.SearchName, StringComparer.Ordinal)]));
        return list;
    }

    /// <summary>Has the centre told that somebody doesn't come.</summary>
    /// <exception cref="NotFoundException">Nobody was sent so.</exception>
    /// <exception cref="RuleException">It is over, or was withdrawn.</exception>
    public Task WithdrawAsync(Guid list, Guid listed) => db.WriteAsync(async () =>
    {
        var one = await db.StaffListed.SingleOr404Async(p => p.Id == listed && p.ListId == list);
        one.Withdraw(Now);
        outbox.Add(new StaffWithdrawn(one.Id), await db.StaffLists.Where(l => l.Id == list).Select(l => l.CentreId).SingleAsync());
        return await db.SaveChangesAsync();
    });

    private Task<int> AddAsync(StaffList list, IReadOnlyList<Employee> staff)
    {
        db.ChangeTracker.Clear();
        var people = staff.Select(e => (Listed: new StaffListed { ListId = list.Id, PersonId = e.PersonId, Name = e.Who.FullName }, e.Who)).ToList();
        list.People.AddRange(people.Select(p => p.Listed));
        db.Add(list);
        outbox.Add(new StaffListSent(list.Id, list.OpeningId, null, list.Contact, list.Email, list.Phone, list.Consent, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, [.. people.Select(p => new ListedStaff(p.Listed.Id, p.Who))]), list.CentreId);
        return db.SaveChangesAsync();
    }

    private string Contact(NewPerson by)
    {
        var name = Reached(by).FullName;
        Rule.Require(name.Length <= ApplicationList.LongestName, T.Say("From 1 to {0} characters.", ApplicationList.LongestName), "Contact");
        return name;
    }

    // The form asks for the name as a whole.
    private NewPerson Reached(NewPerson by)
    {
        try
        {
            var said = by.Checked(figures.Today);
            Rule.Require(said.Email is not null, "Leave an e-mail, so that we can write to you about the list.", "Email");
            return said;
        }
        catch (RuleException fault) when (fault.Field is "FamilyName" or "GivenName" or "Patronymic") { throw new RuleException(fault.Sentence, "Contact"); }
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}
