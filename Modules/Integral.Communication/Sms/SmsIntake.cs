using System.Globalization;
using Integral.Communication.Contracts;
using Integral.Communication.Data;
using Integral.Platform.Jobs;
using Integral.Platform.Messaging;

namespace Integral.Communication.Sms;

/// <summary>Plans text messages about what people are told, for those who agreed to get them about it. As many statements for two hundred people as for one.</summary>
internal sealed class SmsIntake(Db db, HostDb host, Current current, SmsGateway gateway, NoticeKinds kinds, NoticeWords words, WorkingGroups groups, IPhoneBook book, Alarm alarm, TimeProvider clock) : IReceives<Told>
{
    public async Task ReceiveAsync(Told message, Arrival arrival, CancellationToken cancel)
    {
        if (!gateway.IsOn || await db.SettingAsync<SmsSwitch>(SmsSwitch.Name) is not { IsOn: true }) return;
        var news = message.News.Where(n => kinds.Find(n.Kind) is not null).ToList();
        var people = await PeopleAsync([.. news.Select(n => n.Kind).Distinct()], [.. news.SelectMany(n => n.Groups).Distinct()], cancel);
        if (people.Count == 0) return;
        var now = clock.GetUtcNow().UtcDateTime;
        var accounts = people.Select(p => p.AccountId).Distinct().ToArray();
        var waiting = (await db.TextMessages.Where(m => EF.Parameter(accounts).Contains(m.AccountId) && m.SendAt != null && m.About != "").Select(m => new { m.AccountId, m.Kind, m.About }).ToListAsync(cancel)).Select(m => (m.AccountId, m.Kind, m.About)).ToHashSet();
        var habits = await db.NoticeHabits.AsNoTracking().Where(h => EF.Parameter(accounts).Contains(h.AccountId)).ToDictionaryAsync(h => h.AccountId, cancel);
        DateTime? first = null;
        foreach (var one in news)
            foreach (var person in people.Where(p => p.Kind == one.Kind && IsFor(one, p)))
            {
                if (one.About.Length > 0 && !waiting.Add((person.AccountId, one.Kind, one.About))) continue;
                var at = (habits.GetValueOrDefault(person.AccountId) ?? new() { AccountId = person.AccountId }).TextAt(current.Tenant.Zone, now);
                db.Add(new TextMessage { AccountId = person.AccountId, Name = person.Name, Phone = person.Phone, Kind = one.Kind, About = one.About, Text = await TextAsync(one, person, now), CreatedAt = now, SendAt = at });
                if (!(first < at)) first = at;
            }
        if (first is { } due) await alarm.SetAsync(current.Tenant.Id, SmsTimes.Alarm, due + SmsTimes.Soon);
    }

    private static bool IsFor(News news, Textable person) => person.AccountId != news.Except &&
        (news.Accounts.Contains(person.AccountId) || news.Members.Contains(person.AccountId) || person.Roles.Any(news.Roles.Contains) || person.Groups.Any(news.Groups.Contains));

    /// <summary>Those who agreed for the number that their card has now.</summary>
    private async Task<List<Textable>> PeopleAsync(string[] wanted, Guid[] named, CancellationToken cancel)
    {
        var consents = db.SmsConsents;
        var chosen = await db.SmsChoices.AsNoTracking().Where(c => EF.Parameter(wanted).Contains(c.Kind)).Join(consents, c => c.AccountId, a => a.AccountId, (c, a) => new { c.AccountId, c.Kind, a.Phone }).ToListAsync(cancel);
        if (chosen.Count == 0) return [];
        var ids = chosen.Select(c => c.AccountId).Distinct().ToArray();
        var accounts = await host.Users.AsNoTracking().Where(a => EF.Parameter(ids).Contains(a.Id) && a.BlockedAt == null).ToDictionaryAsync(a => a.Id, cancel);
        var members = (await host.Memberships.AsNoTracking().HoldingOn(clock.GetUtcNow(), current.Tenant).Where(m => EF.Parameter(ids).Contains(m.AccountId)).ToListAsync(cancel)).ToLookup(m => m.AccountId);
        var persons = members.SelectMany(m => m).Select(m => m.PersonId).OfType<Guid>().Distinct().ToArray();
        var phones = await book.OfAsync(persons, cancel);
        var within = named.Length == 0 ? Array.Empty<Guid>().ToLookup(g => g) : await groups.PeopleAsync(db, named, current.Tenant.Zone.DayOf(clock.GetUtcNow().UtcDateTime));
        return [.. from c in chosen
                   where accounts.ContainsKey(c.AccountId) && members[c.AccountId].Any(m => m.PersonId is { } person && SmsConsent.Number(phones.GetValueOrDefault(person)) == c.Phone)
                   select new Textable(c.AccountId, accounts[c.AccountId].Name, accounts[c.AccountId].Culture, c.Phone, c.Kind, [.. members[c.AccountId].SelectMany(m => m.Roles)],
                       [.. named.Where(g => members[c.AccountId].Any(m => m.PersonId is { } person && within[g].Contains(person)))])];
    }

    // The institution's words in one line: what a telephone shows without being opened.
    private async Task<string> TextAsync(News news, Textable person, DateTime now)
    {
        var said = $"{current.Tenant.Name}: {(await words.SayAsync(new Notice(news, person.AccountId, now), CultureInfo.GetCultureInfo(person.Culture ?? current.Tenant.Culture))).Subject}";
        return said.Length > TextMessage.LongestText ? $"{said[..(TextMessage.LongestText - 1)].TrimEnd()}…" : said;
    }

    private sealed record Textable(Guid AccountId, string Name, string? Culture, string Phone, string Kind, IReadOnlyCollection<string> Roles, IReadOnlyCollection<Guid> Groups);
}
