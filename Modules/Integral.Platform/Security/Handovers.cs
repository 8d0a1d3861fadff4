using Integral.Platform.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Security;

/// <summary>Codes with which a browser that signed in on the public host enters a tenant's own host: valid once, for 60 seconds.</summary>
public sealed class Handovers
{
    private static readonly TimeSpan Valid = TimeSpan.FromSeconds(60);

    private readonly Databases databases;
    private readonly SignIn signIn;
    private readonly TimeProvider clock;

    internal Handovers(Databases databases, SignIn signIn, TimeProvider clock) => (this.databases, this.signIn, this.clock) = (databases, signIn, clock);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<string> IssueAsync(Account account, string host)
    {
        var code = Secrets.New();
        await using var db = databases.OpenHost("handover", clock);
        db.Add(new Handover { Digest = Secrets.Digest(code), AccountId = account.Id, Host = host, ExpiresAt = Now + Valid });
        await db.SaveChangesAsync();
        return code;
    }

    /// <summary>Takes the code and opens a session. The address that brings it back is a GET, as in OAuth, so this opens a unit of work of its own.</summary>
    /// <returns>The session's secret; null when the code is wrong, used, too old or another host's.</returns>
    public async Task<string?> RedeemAsync(string code, HttpContext http)
    {
        var (digest, now, at) = (Secrets.Digest(code), Now, http.Request.Host.Value);
        await using var db = databases.OpenHost("handover", clock);
        var found = await db.Handovers.AsNoTracking().SingleOrDefaultAsync(h => h.Digest == digest && h.Host == at && h.ExpiresAt > now);
        var taken = 0;
        // Whoever deletes the row has the code: two at once can't both.
        await db.WriteAsync(async () => taken = await db.Handovers.Where(h => h.Digest == digest || h.ExpiresAt < now).ExecuteDeleteAsync());
        if (found is null || taken == 0 || await db.Users.AsNoTracking().SingleOrDefaultAsync(a => a.Id == found.AccountId && a.BlockedAt == null) is not { } account) return null;
        return await signIn.OpenAsync(db, account, SessionKind.Browser, http);
    }
}
