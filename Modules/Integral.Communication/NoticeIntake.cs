using Integral.Communication.Contracts;
using Integral.Communication.Data;
using Integral.Platform.Jobs;
using Integral.Platform.Live;
using Integral.Platform.Messaging;

namespace Integral.Communication;

/// <summary>Writes to everybody's cabinet what they are to be told, and plans the letters. As many statements for two hundred people as for one.</summary>
internal sealed class NoticeIntake(Db db, HostDb host, Current current, NoticeKinds kinds, WorkingGroups groups, Letters letters, Alarm alarm, LiveNews live, TimeProvider clock) : IReceives<Told>
{
    /// <summary>Of which browsers that are open hear when something is new for them.</summary>
    public const string Topic = "notices";

    /// <summary>Of one thing; whoever has a role beyond that finds the matter itself.</summary>
    private const int MostReceivers = 200;

    public async Task ReceiveAsync(Told message, Arrival arrival, CancellationToken cancel)
    {
        var members = message.News.Any(n => n.Roles.Count + n.Members.Count + n.Groups.Count > 0) ? await MembersAsync([.. message.News.SelectMany(n => n.Groups).Distinct()], cancel) : [];
        var told = message.News.Where(n => kinds.Find(n.Kind) is not null).SelectMany(n => ReceiversOf(n, members).Select(a => (News: n, Account: a))).ToList();
        var accounts = told.Select(t => t.Account).Distinct().ToArray();
        if (accounts.Length == 0) return;
        var (now, longAgo) = (clock.GetUtcNow().UtcDateTime, clock.GetUtcNow().UtcDateTime - Notice.Kept);
        await db.Notices.Where(n => n.At < longAgo).ExecuteDeleteAsync(cancel);      // anybody's: who has left is told nothing any more
        var unread = (await UnreadAsync(accounts, [.. told.Select(t => t.News.About).Where(a => a.Length > 0).Distinct()], cancel)).GroupBy(KeyOf).ToDictionary(g => g.Key, g => g.First());
        var planned = await PlansAsync(accounts, cancel);
        DateTime? first = null;
        foreach (var (news, account) in told)
        {
            var notice = Put(unread, news, account, now);
            notice.Write(planned(account, kinds.Find(news.Kind)!, now));
            if (notice.WriteAt is { } at && !(first < at)) first = at;
            live.AfterCommit(db, new(Topic), account);
        }
        if (first is { } due) await alarm.SetAsync(current.Tenant.Id, NoticeTimes.Alarm, due);
    }

    // Locked first: who reads one at this moment has read it, and what is told stands anew.
    private async Task<List<Notice>> UnreadAsync(Guid[] accounts, string[] about, CancellationToken cancel)
    {
        if (about.Length == 0) return [];
        var some = db.Notices.Where(n => EF.Parameter(accounts).Contains(n.AccountId) && n.ReadAt == null && EF.Parameter(about).Contains(n.About));
        await some.ExecuteUpdateAsync(n => n.SetProperty(x => x.At, x => x.At), cancel);
        return await some.OrderBy(n => n.Id).ToListAsync(cancel);
    }

    private Notice Put(Dictionary<(Guid, string, string), Notice> unread, News news, Guid account, DateTime now)
    {
        var made = new Notice(news, account, now);
        if (made.About.Length > 0 && unread.TryGetValue(KeyOf(made), out var there))
        {
            there.Join(news, now);
            return there;
        }
        db.Add(made);
        if (made.About.Length > 0) unread.Add(KeyOf(made), made);
        return made;
    }

    private static (Guid, string, string) KeyOf(Notice notice) => (notice.AccountId, notice.Kind, notice.About);

    private async Task<List<Receiver>> MembersAsync(Guid[] named, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var within = named.Length == 0 ? null : await groups.PeopleAsync(db, named, current.Tenant.Zone.DayOf(now.UtcDateTime));
        var members = await host.Memberships.AsNoTracking().HoldingOn(now, current.Tenant).OrderBy(m => m.Id).Select(m => new { m.AccountId, m.PersonId, m.Roles }).ToListAsync(cancel);
        return [.. members.Select(m => new Receiver(m.AccountId, m.Roles, within is null ? [] : [.. named.Where(g => m.PersonId is { } person && within[g].Contains(person))]))];
    }

    private static IEnumerable<Guid> ReceiversOf(News news, List<Receiver> members) =>
        news.Accounts.Concat(members.Where(m => m.Roles.Any(news.Roles.Contains) || news.Members.Contains(m.Account) || m.Groups.Any(news.Groups.Contains)).Select(m => m.Account)).Where(a => a != news.Except).Distinct().Take(MostReceivers);

    private async Task<Func<Guid, NoticeKind, DateTime, DateTime?>> PlansAsync(Guid[] accounts, CancellationToken cancel)
    {
        if (!letters.IsOn) return (_, _, _) => null;
        var choices = await db.NoticeChoices.AsNoTracking().Where(c => EF.Parameter(accounts).Contains(c.AccountId)).ToDictionaryAsync(c => (c.AccountId, c.Kind), c => c.Letters, cancel);
        var habits = await db.NoticeHabits.AsNoTracking().Where(h => EF.Parameter(accounts).Contains(h.AccountId)).ToDictionaryAsync(h => h.AccountId, cancel);
        var zone = current.Tenant.Zone;
        return (account, kind, now) => kind.IsWrittenElsewhere ? null
            : (habits.GetValueOrDefault(account) ?? new() { AccountId = account }).WriteAt(choices.TryGetValue((account, kind.Name), out var chosen) ? chosen : kind.Letters, zone, now);
    }

    private sealed record Receiver(Guid Account, IReadOnlyCollection<string> Roles, IReadOnlyCollection<Guid> Groups);
}
