using Integral.Platform.Audit;
using Integral.Platform.Data;
using Integral.Platform.Localization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Security;

/// <summary>Signing in and out; the screens and the token endpoint call the same.</summary>
public sealed class SignIn(HostDb host, HashQueue hashes, ILookupNormalizer normalizer, Trail trail, TimeProvider clock)
{
    private const int FreeFailures = 5;
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(30), LongestLock = TimeSpan.FromMinutes(15);
    private static readonly Sentence Wrong = T.Say("The login or the password is wrong.");

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Checks a login and password. What it says of a failure is the same whether the login exists or not.</summary>
    /// <exception cref="RuleException">They are wrong, or too many were.</exception>
    /// <exception cref="BusyException">Too many sign in at once.</exception>
    public async Task<Account> CheckAsync(string login, string password)
    {
        var key = Secrets.Digest(normalizer.NormalizeName(login.Trim()));
        var failures = await host.SignInFailures.AsNoTracking().SingleOrDefaultAsync(f => f.Key == key);
        if (failures?.LockedUntil is { } until && until > Now)
            throw new RuleException(T.Say("Too many wrong attempts. Try again in {0} minutes.", (int)Math.Ceiling((until - Now).TotalMinutes)));

        var name = normalizer.NormalizeName(login.Trim());
        var account = await host.Users.SingleOrDefaultAsync(a => a.NormalizedUserName == name);
        var (isRight, better) = await hashes.VerifyAsync(account, password);
        if (!isRight || account!.BlockedAt is not null)
        {
            await FailedAsync(key);
            throw new RuleException(Wrong);
        }
        if (better is not null) account.PasswordHash = better;
        await host.SaveChangesAsync();
        if (failures is not null) await host.WriteAsync(() => host.SignInFailures.Where(f => f.Key == key).ExecuteDeleteAsync());
        return account;
    }

    /// <summary>Ends the waiting after wrong attempts: the owner has proved in another way who they are.</summary>
    public Task ForgiveAsync(Account account)
    {
        var key = Secrets.Digest(account.NormalizedUserName!);
        return host.WriteAsync(() => host.SignInFailures.Where(f => f.Key == key).ExecuteDeleteAsync());
    }

    /// <returns>The secret that opens the session; it's never to be had again.</returns>
    public Task<string> OpenAsync(Account account, SessionKind kind, HttpContext http, TimeSpan? lifetime = null, string? name = null) =>
        OpenAsync(host, account, kind, http, lifetime, name);

    /// <summary>The same in another unit of work, for the one way in that is a GET.</summary>
    internal async Task<string> OpenAsync(HostDb host, Account account, SessionKind kind, HttpContext http, TimeSpan? lifetime = null, string? name = null)
    {
        var secret = Secrets.New();
        var device = http.Request.Headers.UserAgent.ToString();
        var session = new Session
        {
            Digest = Secrets.Digest(secret), AccountId = account.Id, Kind = kind, Name = name, CreatedAt = Now, SeenAt = Now, ExpiresAt = Now + (lifetime ?? Lifetime),
            Address = trail.From, Device = device.Length > 300 ? device[..300] : device,
        };
        host.Add(session);
        host.Add(AuditEntry.Of(trail with { AccountId = account.Id, Who = account.UserName! }, "SignedIn", nameof(Session), $"{session.Id}", Json.Write(new { kind, session.Device })));
        await host.SaveChangesAsync();
        return secret;
    }

    /// <summary>Gives the browser the session's cookie; a former one is replaced, so that nobody's planted session lives on.</summary>
    public void Give(HttpContext http, string secret) =>
        http.Response.Cookies.Append(SessionAuthentication.Cookie, secret, Options(http, Now + Lifetime));

    public async Task CloseAsync(Guid sessionId, HttpContext http)
    {
        await host.WriteAsync(() => host.Sessions.Where(s => s.Id == sessionId).ExecuteDeleteAsync());
        http.Response.Cookies.Delete(SessionAuthentication.Cookie, Options(http, Now));
    }

    private static CookieOptions Options(HttpContext http, DateTime until) =>
        new() { HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Lax, Path = "/", Expires = until, IsEssential = true };

    // Five are free; then each doubles the wait, from half a minute to a quarter of an hour. A day without failure forgets them.
    private async Task FailedAsync(string key)
    {
        await CountAsync(key);
        var count = await host.SignInFailures.Where(f => f.Key == key).Select(f => f.Count).SingleOrDefaultAsync();
        if (count < FreeFailures) return;
        var wait = TimeSpan.FromSeconds(30 * Math.Pow(2, Math.Min(count - FreeFailures, 10)));
        var until = Now + (wait < LongestLock ? wait : LongestLock);
        await host.WriteAsync(() => host.SignInFailures.Where(f => f.Key == key).ExecuteUpdateAsync(f => f.SetProperty(x => x.LockedUntil, until)));
    }

    // Counted by the database: guesses that arrive together are all counted, and none of them fails on the others.
    private async Task CountAsync(string key)
    {
        var (now, yesterday) = (Now, Now - TimeSpan.FromDays(1));
        if (await AgainAsync() > 0) return;
        var first = new SignInFailures { Key = key, Count = 1, LastAt = now };
        host.Add(first);
        try
        {
            await host.SaveChangesAsync();
        }
        catch (DbUpdateException)
        {
            host.Entry(first).State = EntityState.Detached;     // another guess was first
            await AgainAsync();
        }

        async Task<int> AgainAsync()
        {
            var counted = 0;
            await host.WriteAsync(async () => counted = await host.SignInFailures.Where(f => f.Key == key).ExecuteUpdateAsync(f => f
                .SetProperty(x => x.Count, x => x.LastAt < yesterday ? 1 : x.Count + 1).SetProperty(x => x.LastAt, now)));
            return counted;
        }
    }
}
