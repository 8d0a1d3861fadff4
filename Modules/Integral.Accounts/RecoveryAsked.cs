using Integral.Platform.Messaging;
using Microsoft.AspNetCore.Identity;

namespace Integral.Accounts;

/// <summary>Somebody says that they forgot their password.</summary>
/// <param name="Who">A login, or an e-mail that several accounts of a family may share.</param>
[Message("accounts.recovery_asked")]
internal sealed record RecoveryAsked(string Who);

/// <summary>Writes each account that was meant its letter.</summary>
internal sealed class RecoveryLetters(HostDb host, AccountLetters letters, SignedLinks links, ILookupNormalizer normalizer, TimeProvider clock) : IReceives<RecoveryAsked>
{
    private const int MostOfOneEmail = 10;
    private static readonly TimeSpan Valid = TimeSpan.FromHours(1);

    public async Task ReceiveAsync(RecoveryAsked message, Arrival arrival, CancellationToken cancel)
    {
        var (login, email) = (normalizer.NormalizeName(message.Who), normalizer.NormalizeEmail(message.Who));
        var accounts = await host.Users.AsNoTracking().Where(a => (a.NormalizedUserName == login || a.NormalizedEmail == email) && a.EmailConfirmed && a.BlockedAt == null)
            .OrderBy(a => a.Id).Take(MostOfOneEmail).ToListAsync(cancel);
        foreach (var account in accounts) await letters.RecoverAsync(account, links.Make(Recovery.Purpose, Valid, $"{account.Id}", account.SecurityStamp!), clock.GetUtcNow().UtcDateTime + Valid, arrival);
    }
}
