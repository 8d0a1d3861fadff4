using System.Text.Json.Nodes;
using Integral.Communication.Data;
using Integral.Platform.Jobs;
using Integral.Platform.Web;

namespace Integral.Communication.Sms;

/// <summary>What became of text messages, and whether the institution sends any: for administrators.</summary>
internal sealed class SmsLog(Db db, Current current, Alarm alarm, SmsGateway gateway, TimeProvider clock)
{
    public bool HasGateway => gateway.IsOn;

    public async Task<bool> IsOnAsync() => await db.SettingAsync<SmsSwitch>(SmsSwitch.Name) is { IsOn: true };

    public async Task SwitchAsync(bool isOn)
    {
        await db.PutSettingAsync(SmsSwitch.Name, new JsonObject { [SmsSwitch.On] = isOn });
        await db.SaveChangesAsync();
    }

    /// <summary>A page of them, the latest first.</summary>
    public Task<List<TextMessage>> PageAsync(LetterStage? stage, TimeCursor? after, int size)
    {
        var some = db.TextMessages.AsNoTracking();
        if (stage is { } wanted) some = some.Where(m => m.Stage == wanted);
        if (after is { At: var at, Id: var id }) some = some.Where(m => m.CreatedAt < at || m.CreatedAt == at && m.Id < id);
        return some.OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id).Take(size).ToListAsync();
    }

    /// <summary>Sends one that was given up once more.</summary>
    /// <exception cref="NotFoundException">It isn't here.</exception>
    /// <exception cref="RuleException">It wasn't given up.</exception>
    public async Task ResendAsync(Guid id)
    {
        var (one, now) = (await db.TextMessages.SingleOr404Async(m => m.Id == id), clock.GetUtcNow().UtcDateTime);
        one.Resend(now);
        await alarm.SetAsync(current.Tenant.Id, SmsTimes.Alarm, now + SmsTimes.Soon);
        await db.SaveChangesAsync();
        await alarm.RingAsync(current.Tenant.Id, SmsTimes.Alarm);
    }
}
