using Integral.Communication.Contracts;
using Integral.Communication.Data;
using Integral.Platform.Jobs;
using Integral.Platform.Messaging;

namespace Integral.Communication.Sms;

/// <summary>Sends the text messages whose time has come. Each is claimed before it is sent and settled at once afterwards.</summary>
internal sealed class SmsTimes(Db db, SmsGateway gateway, HostDb host, Current current, IPhoneBook phones, TimeProvider clock) : IWakes
{
    public const string Alarm = "communication.sms";

    /// <summary>Until then what was written has been committed: who is woken sooner finds nothing.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    private const int AtOnce = 20;
    private static readonly TimeSpan Later = TimeSpan.FromHours(1);

    public string Kind => Alarm;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<DateTime?> WakeAsync(CancellationToken stopping)
    {
        if (!gateway.IsOn) return await db.TextMessages.AnyAsync(m => m.SendAt != null, stopping) ? Now + Later : null;
        var now = Now;
        foreach (var id in await db.TextMessages.Where(m => m.SendAt <= now).OrderBy(m => m.SendAt).ThenBy(m => m.Id).Select(m => m.Id).Take(AtOnce).ToListAsync(stopping))
        {
            stopping.ThrowIfCancellationRequested();
            if (await ClaimAsync(id, now, stopping) && !await SendAsync(id, stopping)) break;
        }
        var longAgo = now - TextMessage.Kept;
        if (await db.TextMessages.AnyAsync(m => m.CreatedAt < longAgo, stopping)) await db.WriteAsync(() => db.TextMessages.Where(m => m.CreatedAt < longAgo).ExecuteDeleteAsync(stopping), stopping);
        return await db.TextMessages.MinAsync(m => m.SendAt, stopping);
    }

    // What was read in the cabinet, or withdrawn, while it waited needs no message.
    private async Task<bool> IsReadAsync(TextMessage one, CancellationToken stopping)
    {
        var (account, kind, about) = (one.AccountId, one.Kind, one.About);
        return about.Length > 0 && one.Tries == 0 && !await db.Notices.AnyAsync(n => n.AccountId == account && n.Kind == kind && n.About == about && n.ReadAt == null, stopping);
    }

    // It may have waited for hours: who has thought better of it meanwhile, has another number, left or is shut out, gets nothing.
    private async Task<bool> IsWantedAsync(TextMessage one, CancellationToken stopping)
    {
        var (account, phone, kind) = (one.AccountId, one.Phone, one.Kind);
        if (await db.SettingAsync<SmsSwitch>(SmsSwitch.Name) is not { IsOn: true }) return false;
        if (!await db.SmsConsents.AnyAsync(c => c.AccountId == account && c.Phone == phone, stopping) || !await db.SmsChoices.AnyAsync(c => c.AccountId == account && c.Kind == kind, stopping)) return false;
        if (!await host.Users.AnyAsync(a => a.Id == account && a.BlockedAt == null, stopping)) return false;
        var persons = await host.Memberships.AsNoTracking().HoldingOn(clock.GetUtcNow(), current.Tenant).Where(m => m.AccountId == account && m.PersonId != null).Select(m => m.PersonId!.Value).ToListAsync(stopping);
        return (await phones.OfAsync(persons, stopping)).Values.Any(p => SmsConsent.Number(p) == phone);
    }

    // Of two nodes that want the same one, the second finds it changed.
    private async Task<bool> ClaimAsync(Guid id, DateTime now, CancellationToken stopping)
    {
        DateTime? until = now + TextMessage.Claimed;
        return await db.WriteAsync(() => db.TextMessages.Where(m => m.Id == id && m.SendAt <= now).ExecuteUpdateAsync(m => m.SetProperty(x => x.SendAt, until), stopping), stopping) == 1;
    }

    /// <returns>False where the gateway can't be spoken to: then the others wait too.</returns>
    private async Task<bool> SendAsync(Guid id, CancellationToken stopping)
    {
        db.ChangeTracker.Clear();
        var one = await db.TextMessages.SingleAsync(m => m.Id == id, stopping);
        if (await IsReadAsync(one, stopping) || !await IsWantedAsync(one, stopping))
        {
            db.Remove(one);
            await db.SaveChangesAsync(stopping);
            return true;
        }
        var isThere = true;
        try
        {
            await gateway.SendAsync(one.Id, one.Phone, one.Text!, stopping);
            one.Sent(Now);
        }
        catch (RefusedException refused) { one.Refuse(refused.Why, refused.IsFinal, Now); }
        catch (UnreachableException)
        {
            one.Postpone(Now);
            isThere = false;
        }
        // Also while the server is being stopped: what was sent isn't sent twice.
        await db.SaveChangesAsync(CancellationToken.None);
        return isThere;
    }
}
