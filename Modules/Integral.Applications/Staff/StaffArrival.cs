using Integral.Applications.Contracts;
using Integral.Applications.Data;
using Integral.People.Contracts;
using Integral.Platform.Jobs;
using Integral.Platform.Messaging;
using Integral.Platform.Reporting;
using Integral.Platform.Web;
using Integral.Workflows.Contracts;

namespace Integral.Applications.Staff;

/// <summary>
/// A school's list arrives at the centre. It becomes a list and applications like any organisation's, by the same rules, each once however often it is delivered; the school
/// is told of each what its number is, or why there is none.
/// </summary>
internal sealed class StaffArrival(Db db, Current current, Catalogue catalogue, KnownOpenings openings, Keeping keeping, Outbox outbox, Letters letters, TenantAddresses addresses, Figures figures) : IReceives<StaffListSent>
{
    public static readonly Sentence NotOffered = T.Say("It isn't offered any more.");

    public async Task ReceiveAsync(StaffListSent message, Arrival arrival, CancellationToken cancel)
    {
        if (catalogue.Of(arrival.SenderId) is not { } sender) return;
        // By the day on which it was sent: on the way it may have waited for days.
        var sentAt = message.SentAt ?? arrival.SentAt;
        Opening? opening = null;
        IReadOnlyList<ListedAnswer> answers;
        try
        {
            Rule.Require(current.Tenant.ParentId is { } district && catalogue.IsAtOrBelow(sender, district), T.Say("'{0}' takes lists of staff from its own district only.", current.Tenant.Name));
            opening = await FindAsync(message, current.Tenant.Zone.DayOf(sentAt));
            answers = await KeepAsync(message, sender, opening ?? throw new RuleException(NotOffered), sentAt);
        }
        catch (RuleException refused) { answers = [.. message.People.Select(p => new ListedAnswer(p.Id, null, null, refused.Sentence))]; }
        outbox.Add(new StaffListAnswered(message.ListId, opening?.Id, opening?.Title, answers), sender.Id);
    }

    private Task<Opening?> FindAsync(StaffListSent message, DateOnly on) => message.OpeningId is { } id ? openings.FindAsync(db, current.Tenant, id, on) : openings.NamedAsync(db, current.Tenant, $"{message.For}", on);

    private async Task<IReadOnlyList<ListedAnswer>> KeepAsync(StaffListSent message, Tenant sender, Opening opening, DateTime sentAt)
    {
        var rows = ListRows.Checked(PeopleTable.Of([.. message.People.Select(p => p.Who)], figures.Today, ApplicationList.MostPeople));
        var list = await ListAsync(message, sender, opening, sentAt);
        var forms = message.People.Zip(rows, (person, row) => new SentForm(opening.Id, new(row.Person, null, message.Consent, message.Culture), Secrets.Digest($"{sender.Id} {person.Id}"))
        {
            List = list, SentId = person.Id, Opening = opening, At = sentAt, Fault = !opening.IsShown ? new RuleException(NotOffered) : row.Trouble is { } trouble ? new RuleException(trouble) : null,
        }).ToList();
        await keeping.KeepAsync(db, forms);
        if (forms.Exists(f => f.Outcome.Kept is not null)) outbox.Add(new StaffKept());
        else if (db.Entry(list).State == EntityState.Added) db.Entry(list).State = EntityState.Detached;      // nobody is on it
        return [.. message.People.Zip(forms, (person, form) => Answer(person.Id, form.Outcome))];
    }

    private async Task<ApplicationList> ListAsync(StaffListSent message, Tenant sender, Opening opening, DateTime sentAt)
    {
        var digest = Secrets.Digest($"{sender.Id} {message.ListId}");
        if (await db.ApplicationLists.FirstOrDefaultAsync(l => l.Sent == digest) is { } there) return there;
        // The name is the catalogue's: nobody sends in another's.
        var name = sender.Name.Length > ApplicationList.LongestName ? sender.Name[..ApplicationList.LongestName] : sender.Name;
        var list = new ApplicationList(opening, new(name, message.Contact, message.Email, message.Phone), digest, FormTickets.NewKey(), sentAt, figures.Today) { Consent = message.Consent, Culture = message.Culture, SenderId = sender.Id };
        db.Add(list);
        return list;
    }

    private ListedAnswer Answer(Guid id, (Application? Kept, Exception? Refused) outcome) => outcome.Kept is { } kept
        ? new(id, kept.Number, kept.Email is null || !letters.IsOn ? $"{addresses.Base(current.Tenant)}{(kept.Culture == current.Tenant.Culture ? "" : $"/{kept.Culture}")}/applications/{kept.Key}" : null, null)
        : new(id, null, null, outcome.Refused is RuleException refused ? refused.Sentence : NotOffered);
}

/// <summary>The cases of a school's list are begun when it is kept.</summary>
internal sealed class StaffCases(Alarm alarm, Current current) : IReceives<StaffKept>
{
    public Task ReceiveAsync(StaffKept message, Arrival arrival, CancellationToken cancel) => alarm.RingAsync(current.Tenant.Id, CaseStarting.Alarm);
}

/// <summary>A school withdraws one of those it has sent; it is told what the application is then, also where it was too late.</summary>
internal sealed class StaffLeaving(Db db, Current current, Catalogue catalogue, Following following, SenderNews senders, Outbox outbox) : IReceives<StaffWithdrawn>
{
    public async Task ReceiveAsync(StaffWithdrawn message, Arrival arrival, CancellationToken cancel)
    {
        var (school, id) = (arrival.SenderId, message.Id);
        if (await db.Applications.Include(a => a.History).FirstOrDefaultAsync(a => a.SenderId == school && a.SentId == id, cancel) is not { } one)
        {
            // Its list hasn't arrived, or was given up. If it arrives later, the school withdraws once more.
            if (catalogue.Of(school) is not null) outbox.Add(new StaffBecame(id, null, ApplicationStatus.Withdrawn), school);
            return;
        }
        var acting = new Acting(db, current.Tenant, one.Organisation ?? "") { Outbox = outbox };
        if (one.IsOver) senders.Became(acting, one);
        else await following.WithdrawAsync(one.Id, acting);
    }
}
