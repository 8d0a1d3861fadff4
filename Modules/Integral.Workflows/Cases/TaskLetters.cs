using System.Globalization;
using Integral.Platform.Messaging;
using Integral.Platform.Reporting;
using Integral.Workflows.Data;

namespace Integral.Workflows.Cases;

/// <summary>
/// Reminds by mail of what is due soon: whoever works on a task, else all who may decide it. Nobody gets more than one letter a day, with all that waits for them; names
/// of those whom a matter is about stay behind the link.
/// </summary>
internal sealed class TaskLetters(Db db, HostDb host, Current current, Colleagues colleagues, Letters letters, Outbox outbox, TenantAddresses addresses, Texts texts, TimeProvider clock)
{
    public const int MostReceivers = 100, MostLines = 30;

    private const int AtOnce = 50, KeptDays = 7;

    /// <summary>What comes due together stands in one letter.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMinutes(5);
    private static readonly TimeOnly Morning = new(8, 0);

    private DateOnly Today => Figures.DayIn(current.Tenant, clock);

    /// <summary>When people are reminded on a day, UTC.</summary>
    public static DateTime MorningOf(Tenant tenant, DateOnly day) => tenant.Zone.MomentOf(day, Morning);

    /// <summary>Has everybody who may decide the task written to, today or, who had today's letter already, tomorrow.</summary>
    public async Task RemindAsync(CaseTask task)
    {
        if (!letters.IsOn) return;
        var (today, tomorrow) = (Today, Today.AddDays(1));
        var stage = await db.Stages.AsNoTracking().SingleAsync(s => s.Id == task.StageId);
        var teams = await colleagues.TeamsAsync([stage]);
        var accounts = (await colleagues.AllAsync()).Where(m => task.ClaimedById is { } one ? m.AccountId == one : teams.MayDecide(stage, m)).Select(m => m.AccountId).Distinct().Take(MostReceivers).ToArray();
        var known = await db.TaskLetters.Where(l => EF.Parameter(accounts).Contains(l.AccountId) && l.Day >= today).ToListAsync();
        foreach (var account in accounts)
        {
            var mine = known.Where(l => l.AccountId == account).ToList();
            if (mine.Exists(l => l.At is not null)) continue;       // it will tell of this task too
            var isToday = mine.TrueForAll(l => l.Day != today);
            if (!isToday && mine.Exists(l => l.Day == tomorrow)) continue;
            db.Add(new TaskLetter { AccountId = account, Day = isToday ? today : tomorrow, At = isToday ? clock.GetUtcNow().UtcDateTime + Gathering : MorningOf(current.Tenant, tomorrow) });
        }
    }

    /// <summary>Writes the letters whose time has come.</summary>
    public async Task WriteAsync(DateTime now, CancellationToken stopping)
    {
        var due = await db.TaskLetters.AsNoTracking().Where(l => l.At <= now).OrderBy(l => l.At).Take(AtOnce).ToListAsync(stopping);
        foreach (var letter in due)
        {
            stopping.ThrowIfCancellationRequested();
            await db.WriteAsync(async () =>
            {
                db.ChangeTracker.Clear();
                if (await db.TaskLetters.Where(l => l.Id == letter.Id && l.At != null).ExecuteUpdateAsync(l => l.SetProperty(x => x.At, (DateTime?)null)) == 0) return;      // another node was quicker
                if (await WrittenAsync(letter.AccountId) is { } written) outbox.Add(written);
                await db.SaveChangesAsync();
            }, stopping);
        }
        var longAgo = Today.AddDays(-KeptDays);
        if (due.Count > 0) await db.WriteAsync(() => db.TaskLetters.Where(l => l.Day < longAgo && l.At == null).ExecuteDeleteAsync(stopping), stopping);
    }

    private async Task<Letter?> WrittenAsync(Guid id)
    {
        var account = await host.Users.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.BlockedAt == null);
        if (account?.Email is not { Length: > 0 } email || (await colleagues.AllAsync()).FirstOrDefault(m => m.AccountId == id) is not { Roles.Count: > 0 } member || !letters.IsOn) return null;
        var (today, cases, all) = (Today, db.WorkflowCases, await db.Stages.AsNoTracking().ToListAsync());
        var teams = await colleagues.TeamsAsync(all);
        var stages = all.Where(s => teams.MayDecide(s, member)).Select(s => s.Id).ToArray();
        var lines = await db.CaseTasks.Where(t => t.IsOpen && t.RemindOn <= today && (t.ClaimedById == id || t.ClaimedById == null && EF.Parameter(stages).Contains(t.StageId)))
            .OrderBy(t => t.DueOn).ThenBy(t => t.Id).Select(t => new Line(t.Id, t.Title, cases.Where(c => c.Id == t.CaseId).Select(c => c.Note).First(), t.DueOn!.Value)).Take(MostLines + 1).ToListAsync();
        return lines.Count == 0 ? null : Written(account, email, lines);
    }

    private Letter Written(Account account, string email, List<Line> lines)
    {
        var language = CultureInfo.GetCultureInfo(account.Culture ?? current.Tenant.Culture);
        var told = lines.Take(MostLines).Select(l => string.Join('\n',
            $"{texts.Say(new Sentence(l.Title), language)}{(l.Note.Length > 0 ? $" · {l.Note}" : "")}", texts.Say(T.Say("Until when: {0}", l.DueOn.ToString("d", language)), language), addresses.Link(current.Tenant, $"/Admin/Inbox/Show/{l.Id}")));
        string[] paragraphs =
        [
            texts.Say(T.Say("These decisions wait for you or your colleagues. They are due soon, or late already:"), language), .. told,
            .. lines.Count > MostLines ? [texts.Say(T.Say("There are more of them in the inbox."), language)] : Array.Empty<string>(),
            addresses.Link(current.Tenant, "/Admin/Inbox"), current.Tenant.Name,
        ];
        return new(email, texts.Say(T.Say("Decisions that are due soon"), language), string.Join("\n\n", paragraphs));
    }

    private sealed record Line(Guid Id, string Title, string Note, DateOnly DueOn);
}
