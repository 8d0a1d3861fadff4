using Integral.Platform.Data;
using Integral.Platform.Jobs;
using Integral.Platform.Localization;
using Integral.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Integral.Platform.Messaging;

/// <summary>
/// One turn of one tenant: some of its letters, then the next one's turn comes. Each is claimed before it is sent and settled at once afterwards, so
/// that it comes twice only if the process dies between the mail server's answer and the note of it.
/// </summary>
internal sealed class LetterTurn(IPost post, Databases databases, TimeProvider clock, IConfiguration configuration, ILogger<LetterTurn> log) : IDueTurn
{
    /// <summary>Letters a turn.</summary>
    public const int AtMost = 10;

    /// <summary>Who sends one and hasn't said what became of it for so long is taken for dead.</summary>
    private static readonly TimeSpan Claimed = TimeSpan.FromMinutes(2), Longest = TimeSpan.FromSeconds(60), NotNow = TimeSpan.FromMinutes(1), Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan[] Waits = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(8)];

    // A server that answers and takes nothing is told of after a day and a half; one that can't be reached, after three days.
    private static readonly TimeSpan GivenUpAfter = TimeSpan.FromDays(3);

    private readonly int inAnHour = configuration.GetValue("Integral:Mail:InAnHourOfATenant", 1000);

    public string Kind => DueWork.Letters;

    private DateTime Now
    {
        get
        {
            var now = clock.GetUtcNow().UtcDateTime;
            return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));       // as it comes back from the database
        }
    }

    /// <exception cref="RuleException">The mail server can't be reached: all wait, and none is counted as tried.</exception>
    public async Task<Left> ServeAsync(Tenant of, CancellationToken stopping)
    {
        var tenant = of.Id;
        if (!post.IsOn) throw new RuleException(T.Say("No mail server is set on this server. Letters wait."));
        var (end, room) = (Now + Longest, inAnHour - await SentLatelyAsync(tenant));
        foreach (var letter in await NextAsync(tenant, Math.Min(AtMost, room)))
        {
            if (Now >= end || stopping.IsCancellationRequested) break;
            if (await ClaimAsync(letter)) await SendAsync(letter, stopping);
        }
        return await LeftAsync(tenant);
    }

    private async Task SendAsync(PostedLetter letter, CancellationToken stopping)
    {
        try
        {
            await post.SendAsync(Json.Read<Letter>(letter.Content!)!, letter.Id, stopping);
            await SettleAsync(letter);
        }
        catch (UnreachableException gone)
        {
            log.LogWarning("The mail server can't be reached: {Trouble}", gone.Message);
            var isOld = letter.CreatedAt < Now - GivenUpAfter;
            if (isOld) await BuryAsync(letter, T.Say("The mail server couldn't be reached for three days."));
            else await LetGoAsync(letter, letter.Tries, Now + NotNow);       // the next turn begins with another one: perhaps this one alone upsets the server
            throw new RuleException(T.Say("The mail server can't be reached. Letters wait."));
        }
        catch (RefusedException refused)
        {
            if (refused.IsFinal || letter.Tries >= Waits.Length) await BuryAsync(letter, refused.Why);
            else await LetGoAsync(letter, letter.Tries + 1, Now + Waits[letter.Tries]);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested) { await LetGoAsync(letter, letter.Tries, null); }
    }

    private async Task<List<PostedLetter>> NextAsync(Guid tenant, int most)
    {
        await using var host = Open();
        await ExpireAsync(host, tenant);
        var now = Now;
        return most <= 0 ? [] : await Waiting(host, tenant).AsNoTracking().Where(l => l.WaitsUntil == null || l.WaitsUntil <= now).OrderBy(l => l.CreatedAt).ThenBy(l => l.Id).Take(most).ToListAsync();
    }

    // Whoever asked for it has asked again, or doesn't need it any more.
    private async Task ExpireAsync(HostDb host, Guid tenant)
    {
        var now = Now;
        var expired = await host.PostedLetters.Where(l => l.TenantId == tenant && l.EndedAt == null && l.ExpiresAt <= now && (l.WaitsUntil == null || l.WaitsUntil <= now || l.IsDead)).Select(l => l.Id).ToListAsync();
        if (expired.Count == 0) return;
        await host.WriteAsync(async () =>
        {
            await host.PostedLetters.Where(l => EF.Parameter(expired).Contains(l.Id)).ExecuteUpdateAsync(l => l.SetProperty(x => x.EndedAt, now).SetProperty(x => x.Content, (string?)null).SetProperty(x => x.IsDead, false));
            await host.DeadLetters.Where(l => EF.Parameter(expired).Contains(l.MessageId)).ExecuteDeleteAsync();
        });
    }

    // Of two nodes that want the same one, the second finds it changed.
    private async Task<bool> ClaimAsync(PostedLetter letter)
    {
        var (now, until) = (Now, Now + Claimed);
        var claimed = 0;
        await using var host = Open();
        await host.WriteAsync(async () => claimed = await host.PostedLetters
            .Where(l => l.Id == letter.Id && l.EndedAt == null && !l.IsDead && (l.WaitsUntil == null || l.WaitsUntil <= now)).ExecuteUpdateAsync(l => l.SetProperty(x => x.WaitsUntil, until)));
        return claimed == 1;
    }

    private Task SettleAsync(PostedLetter letter) => ChangeAsync(letter, l => l.SetProperty(x => x.EndedAt, Now).SetProperty(x => x.IsSent, true).SetProperty(x => x.Content, (string?)null).SetProperty(x => x.WaitsUntil, (DateTime?)null));

    private Task LetGoAsync(PostedLetter letter, int tries, DateTime? until) => ChangeAsync(letter, l => l.SetProperty(x => x.Tries, tries).SetProperty(x => x.WaitsUntil, until));

    private async Task BuryAsync(PostedLetter letter, Sentence why)
    {
        await using var host = Open();
        host.Add(new DeadLetter { MessageId = letter.Id, SenderId = letter.TenantId, ReceiverId = Guid.Empty, Kind = MessageKind.NameOf(typeof(Letter)), SentAt = letter.CreatedAt, DiedAt = Now, Reason = Sentences.Keep(why) });
        await host.WriteAsync(async () =>
        {
            await host.DeadLetters.Where(l => l.MessageId == letter.Id).ExecuteDeleteAsync();       // of an earlier death, if the process died while it was sent again
            await host.PostedLetters.Where(l => l.Id == letter.Id).ExecuteUpdateAsync(l => l.SetProperty(x => x.IsDead, true).SetProperty(x => x.WaitsUntil, (DateTime?)null));
            await host.SaveChangesAsync();
        });
    }

    private async Task ChangeAsync(PostedLetter letter, Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<PostedLetter>> change)
    {
        await using var host = Open();
        await host.WriteAsync(() => host.PostedLetters.Where(l => l.Id == letter.Id).ExecuteUpdateAsync(change));
    }

    private async Task<Left> LeftAsync(Guid tenant)
    {
        await using var host = Open();
        var (now, waiting) = (Now, Waiting(host, tenant).AsNoTracking());
        var count = await waiting.CountAsync();
        if (count == 0) return Left.Nothing;
        var next = await waiting.AnyAsync(l => l.WaitsUntil == null || l.WaitsUntil <= now) ? now : await waiting.MinAsync(l => l.WaitsUntil) ?? now;
        if (await SentLatelyAsync(tenant) >= inAnHour)
        {
            var since = now - Hour;
            next = await host.PostedLetters.Where(l => l.TenantId == tenant && l.IsSent && l.EndedAt > since).MinAsync(l => l.EndedAt) + Hour ?? now;
        }
        return new(count, await waiting.MinAsync(l => (DateTime?)l.CreatedAt), next);     // another node may have sent the last one meanwhile
    }

    private async Task<int> SentLatelyAsync(Guid tenant)
    {
        var since = Now - Hour;
        await using var host = Open();
        return await host.PostedLetters.CountAsync(l => l.TenantId == tenant && l.IsSent && l.EndedAt > since);
    }

    private static IQueryable<PostedLetter> Waiting(HostDb host, Guid tenant) => host.PostedLetters.Where(l => l.TenantId == tenant && l.EndedAt == null && !l.IsDead);

    private HostDb Open() => databases.OpenHostApart("letters", clock);
}
