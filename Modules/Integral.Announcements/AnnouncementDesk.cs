using Integral.Announcements.Data;
using Integral.Communication.Contracts;
using Integral.People;
using Integral.People.Contracts;
using Integral.Platform.Jobs;
using Integral.Platform.Messaging;
using Integral.Platform.Sharing;
using Integral.Platform.Web;

namespace Integral.Announcements;

/// <summary>Where announcements are written, corrected and withdrawn, for the screens and the API alike.</summary>
internal sealed class AnnouncementDesk(Db db, Current current, RoleBook roles, Catalogue catalogue, ShownText texts, Offers offers, Alarm alarm, INotices notices, Outbox outbox, TimeProvider clock)
{
    /// <summary>Own ones, the latest first; what comes from above is corrected there.</summary>
    public async Task<(IReadOnlyList<Announcement> Rows, TimeCursor? Next)> PageAsync(TimeCursor? after, int size)
    {
        var own = db.Announcements.AsNoTracking().Where(a => a.OriginId == null);
        if (after is { At: var at, Id: var id }) own = own.Where(a => a.CreatedAt < at || a.CreatedAt == at && a.Id < id);
        var rows = await own.OrderByDescending(a => a.CreatedAt).ThenByDescending(a => a.Id).Take(size + 1).ToListAsync();
        return rows.Count > size ? (rows[..size], new(rows[size - 1].CreatedAt, rows[size - 1].Id)) : (rows, null);
    }

    /// <exception cref="NotFoundException">It isn't here, or comes from above.</exception>
    public Task<Announcement> FindAsync(Guid id) => db.Announcements.Include(a => a.Audience).SingleOr404Async(a => a.Id == id && a.OriginId == null);

    /// <returns>A draft.</returns>
    /// <exception cref="NotFoundException">A group or person in it isn't here.</exception>
    /// <exception cref="NotAllowedException">It is for institutions below, and one may not write to them.</exception>
    /// <exception cref="RuleException">Something in it can't be so.</exception>
    public async Task<Announcement> AddAsync(AnnouncementWords words, Audience audience)
    {
        var one = new Announcement(current.Account!.AccountId, current.Account.Name, Now);
        one.Describe(words, texts.SummaryOf(words.Text), Now);
        await CheckAsync(audience, []);
        one.Address(audience.Parts());
        db.Add(one);
        await db.SaveChangesAsync();
        return one;
    }

    /// <summary>Changes a draft, or corrects what is published: then who has read it is told.</summary>
    /// <param name="audience">Of a draft; null to leave it.</param>
    /// <exception cref="RuleException">Something in it can't be so, or it is withdrawn.</exception>
    public async Task ChangeAsync(Announcement one, AnnouncementWords words, Audience? audience)
    {
        RequireBelow(Audience.Of(one.Audience));
        if (audience is not null)
        {
            await CheckAsync(audience, Audience.Of(one.Audience).Persons);
            one.Address(audience.Parts());
        }
        var edition = one.Edition;
        one.Describe(words, texts.SummaryOf(words.Text), Now);
        if (one.Edition > edition) await SpreadAsync(one);
        else await db.SaveChangesAsync();
    }

    /// <exception cref="RuleException">It isn't a draft, is for nobody, or its last day is over.</exception>
    public async Task PublishAsync(Announcement one)
    {
        RequireBelow(Audience.Of(one.Audience));
        one.Publish(Today, Now);
        await SpreadAsync(one);
    }

    /// <exception cref="RuleException">It isn't published.</exception>
    public Task WithdrawAsync(Announcement one) => db.WriteAsync(async () =>
    {
        RequireBelow(Audience.Of(one.Audience));
        one.Withdraw(Now);
        await offers.WithdrawAsync(SharedAnnouncement.Kind, $"{one.Id}");
        AnnouncementNotice.Withdraw(notices, outbox, one.Id);
        await db.SaveChangesAsync();
    });

    /// <summary>Throws a draft away.</summary>
    /// <exception cref="RuleException">It was published.</exception>
    public async Task DropAsync(Announcement one)
    {
        Rule.Require(one.Stage == AnnouncementStage.Draft, "People have seen it. Withdraw it instead.");
        db.Remove(one);
        await db.SaveChangesAsync();
    }

    /// <summary>Puts a person into a draft's audience, or takes them out.</summary>
    /// <exception cref="NotFoundException">The person isn't here.</exception>
    public Task ChoosePersonsAsync(Announcement one, IEnumerable<Guid> added, IEnumerable<Guid> removed)
    {
        var audience = Audience.Of(one.Audience);
        return ChangeAsync(one, new(one.Title, one.Text, one.FromOn, one.UntilOn, one.IsImportant), audience with { Persons = [.. audience.Persons.Except(removed).Union(added)] });
    }

    /// <summary>Roles that one can announce something to.</summary>
    public IReadOnlyList<Role> Roles => [.. roles.RolesOf(current.Tenant).Where(r => r.Name is not (DeliveredRoles.Guest or DeliveredRoles.Support))];

    /// <summary>How many institutions are below, for whoever may write to them.</summary>
    public int Below => current.Can(AnnouncementsModule.AnnounceBelow) ? catalogue.Below(current.Tenant).Count() : 0;

    private DateOnly Today => current.Tenant.Zone.DayOf(Now);
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private void RequireBelow(Audience audience)
    {
        if (audience.IsBelow && !current.Can(AnnouncementsModule.AnnounceBelow)) throw new NotAllowedException();
    }

    private async Task CheckAsync(Audience audience, IReadOnlyCollection<Guid> there)
    {
        RequireBelow(audience);
        if (audience.Persons.Except(there).Any() && !current.Can(PeopleModule.View)) throw new NotAllowedException();
        var known = Roles.Select(r => r.Name).ToHashSet(StringComparer.Ordinal);
        if (audience.Roles.Concat(audience.BelowRoles).FirstOrDefault(r => !known.Contains(r)) is { } unknown) throw new RuleException(T.Say("There is no role '{0}' here.", unknown), "Roles");
        Rule.Require(audience.Persons.Count <= Audience.MostPersons, T.Say("At most {0} people can be chosen one by one. Choose a group or a role.", Audience.MostPersons), "Persons");
        var (groups, persons) = (audience.Groups.Distinct().ToArray(), audience.Persons.Distinct().ToArray());
        if (groups.Length > 0 && await db.Set<Group>().CountAsync(g => EF.Parameter(groups).Contains(g.Id)) < groups.Length) throw new NotFoundException();
        if (persons.Length > 0 && await db.Set<Person>().CountAsync(p => EF.Parameter(persons).Contains(p.Id)) < persons.Length) throw new NotFoundException();
    }

    // Whoever it is for learns of it when its first day begins, and of a correction at once.
    private async Task SpreadAsync(Announcement one)
    {
        var (begins, now) = (current.Tenant.Zone.MomentOf(one.FromOn), Now);
        one.TellFrom(begins > now ? begins : now);
        await alarm.SetAsync(current.Tenant.Id, AnnouncementTimes.Alarm, begins > now ? begins : now + AnnouncementTimes.Soon);
        if (Audience.Of(one.Audience) is { IsBelow: true } audience) await offers.OfferAsync(SharedAnnouncement.Kind, $"{one.Id}", SharedAnnouncement.Of(one, audience));
        await db.SaveChangesAsync();
        if (begins <= now) await alarm.RingAsync(current.Tenant.Id, AnnouncementTimes.Alarm);
    }
}
