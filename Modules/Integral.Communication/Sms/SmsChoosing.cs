using Integral.Communication.Contracts;
using Integral.Communication.Data;

namespace Integral.Communication.Sms;

/// <summary>About what the current person wants text messages, and to which number.</summary>
internal sealed class SmsChoosing(Db db, Current current, SmsGateway gateway, IExtensions<NoticeKind> kinds, IPhoneBook phones, TimeProvider clock)
{
    public IReadOnlyList<NoticeKind> Kinds => [.. kinds.Where(k => k.Permission is null || current.Can(k.Permission))];

    /// <summary>The installation has a gateway, and the institution uses it.</summary>
    public async Task<bool> IsOnAsync() => gateway.IsOn && await db.SettingAsync<SmsSwitch>(SmsSwitch.Name) is { IsOn: true };

    /// <summary>The number of one's card here; null where there is none.</summary>
    public async Task<string?> NumberAsync() => current.Account!.PersonId is { } me ? SmsConsent.Number((await phones.OfAsync([me])).GetValueOrDefault(me)) : null;

    /// <summary>The number to which one agreed; null where one didn't.</summary>
    public Task<string?> AgreedAsync()
    {
        var me = Me;
        return db.SmsConsents.Where(c => c.AccountId == me).Select(c => (string?)c.Phone).SingleOrDefaultAsync();
    }

    public Task<List<string>> ChosenAsync()
    {
        var me = Me;
        return db.SmsChoices.Where(c => c.AccountId == me).Select(c => c.Kind).ToListAsync();
    }

    /// <param name="agrees">Without it nothing is sent, whatever is chosen.</param>
    /// <param name="wanted">Names of kinds.</param>
    /// <exception cref="RuleException">No number is known, or nothing is sent here.</exception>
    public Task SayAsync(bool agrees, IReadOnlyCollection<string> wanted) => db.WriteAsync(async () =>
    {
        db.ChangeTracker.Clear();
        var (me, number) = (Me, await NumberAsync());
        Rule.Require(!agrees || await IsOnAsync(), "The institution sends no text messages.");
        Rule.Require(!agrees || number is not null, "No telephone number of yours is known here. Ask the office to write it on your card.", "Agrees");
        if (Kinds is var open && wanted.FirstOrDefault(n => open.All(k => k.Name != n)) is { } unknown) throw new RuleException(T.Say("There is no kind of notices '{0}'.", unknown), "Kinds");
        var there = await db.SmsConsents.SingleOrDefaultAsync(c => c.AccountId == me);
        if (there is not null && (!agrees || there.Phone != number))
        {
            db.Remove(there);
            await db.SaveChangesAsync();
            there = null;
        }
        if (agrees && there is null) db.Add(new SmsConsent { AccountId = me, Phone = number!, AgreedAt = clock.GetUtcNow().UtcDateTime });
        var chosen = await db.SmsChoices.Where(c => c.AccountId == me).ToListAsync();
        db.RemoveRange(chosen.Where(c => !wanted.Contains(c.Kind)));
        db.AddRange(wanted.Distinct().Where(n => chosen.TrueForAll(c => c.Kind != n)).Select(n => new SmsChoice { AccountId = me, Kind = n }));
        await db.SaveChangesAsync();
    });

    private Guid Me => current.Account!.AccountId;
}
