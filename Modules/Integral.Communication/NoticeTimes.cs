using System.Globalization;
using Integral.Communication.Data;
using Integral.Platform.Jobs;
using Integral.Platform.Messaging;

namespace Integral.Communication;

/// <summary>Writes the letters whose time has come, one to each person with all that is due, and looks what became of earlier ones.</summary>
internal sealed class NoticeTimes(Db db, HostDb host, Current current, NoticeWords words, LetterLog log, Letters letters, Outbox outbox, TenantAddresses addresses, Texts texts, TimeProvider clock) : IWakes
{
    public const string Alarm = "communication.letters";

    private const int AtOnce = 50, MostNotices = 50;

    public string Kind => Alarm;

    public async Task<DateTime?> WakeAsync(CancellationToken stopping)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var account in await db.Notices.Where(n => n.WriteAt <= now).Select(n => n.AccountId).Distinct().OrderBy(a => a).Take(AtOnce).ToListAsync(stopping))
        {
            stopping.ThrowIfCancellationRequested();
            await db.WriteAsync(() => WriteAsync(account, now), stopping);
        }
        await log.LookAsync(now, stopping);
        var (letter, look) = (await db.Notices.Where(n => n.WriteAt != null).MinAsync(n => n.WriteAt, stopping), await db.NoticeLetters.Where(l => l.LookAt != null).MinAsync(l => l.LookAt, stopping));
        return letter is null || look < letter ? look : letter;
    }

    private async Task WriteAsync(Guid account, DateTime now)
    {
        db.ChangeTracker.Clear();
        // First: who reads one of them meanwhile waits, or is seen to have read it.
        await db.Notices.Where(n => n.AccountId == account && n.WriteAt <= now).ExecuteUpdateAsync(n => n.SetProperty(x => x.At, x => x.At));
        var due = await db.Notices.AsNoTracking().Where(n => n.AccountId == account && n.WriteAt <= now).OrderBy(n => n.At).ThenBy(n => n.Id).Take(MostNotices).ToListAsync();
        var ids = due.Select(n => n.Id).ToArray();
        await db.Notices.Where(n => EF.Parameter(ids).Contains(n.Id)).ExecuteUpdateAsync(n => n.SetProperty(x => x.WriteAt, (DateTime?)null));
        // What was read meanwhile needs no letter.
        var unread = due.Where(n => n.ReadAt is null).ToList();
        if (unread.Count == 0 || !letters.IsOn) return;
        var receiver = await host.Users.AsNoTracking().SingleOrDefaultAsync(a => a.Id == account && a.BlockedAt == null);
        if (receiver?.Email is not { Length: > 0 } email || !await host.Memberships.HoldingOn(clock.GetUtcNow(), current.Tenant).AnyAsync(m => m.AccountId == account)) return;      // who has left hears nothing any more
        var letter = await WrittenAsync(receiver, email, unread);
        var made = new NoticeLetter { Id = Letters.IdOf(outbox.Add(letter)), AccountId = account, Name = receiver.Name, Email = email, Subject = letter.Subject[..Math.Min(letter.Subject.Length, NoticeLetter.LongestSubject)], Count = unread.Count, CreatedAt = now };
        made.Know(null, now);
        db.Add(made);
        await db.SaveChangesAsync();
    }

    private async Task<Letter> WrittenAsync(Account receiver, string email, List<Notice> unread)
    {
        var language = CultureInfo.GetCultureInfo(receiver.Culture ?? current.Tenant.Culture);
        var (told, subject) = (new List<string>(), "");
        foreach (var notice in unread)
        {
            var said = await words.SayAsync(notice, language);
            subject = said.Subject;
            string?[] lines = [said.Subject, said.Text, notice.Count > 1 ? texts.Say(T.Say("More like this: {0}", notice.Count - 1), language) : null, addresses.Link(current.Tenant, notice.Address)];
            told.Add(string.Join('\n', lines.Where(l => !string.IsNullOrEmpty(l))));
        }
        if (unread.Count > 1) subject = texts.Say(T.Say("New notices: {0}", unread.Count), language);
        string[] paragraphs = [.. told, $"{texts.Say(T.Say("About what you get letters you choose here:"), language)}\n{addresses.Link(current.Tenant, "/notices/settings")}", current.Tenant.Name];
        return new(email, subject, string.Join("\n\n", paragraphs));
    }
}
