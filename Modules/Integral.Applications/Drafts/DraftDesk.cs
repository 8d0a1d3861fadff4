using Integral.Applications.Contracts;
using Integral.Applications.Data;
using Integral.Platform.Audit;
using Integral.Platform.Jobs;
using Integral.Platform.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Integral.Applications.Drafts;

/// <summary>Begun applications of whoever asks: of their account, or of their browser. Others' aren't there for them.</summary>
internal sealed class DraftDesk(Db db, Current current, SenderLimits senders, Trail trail, Alarm alarm, TimeProvider clock, IHttpContextAccessor http, IConfiguration configuration)
{
    public const int Most = 20;

    private const string Cookie = "drafts";
    private const int UsualDays = 30, SavesInAnHour = 120;

    /// <summary>How long one without an account is kept.</summary>
    public int Days { get; } = configuration.GetValue("Integral:Applications:DraftDays", UsualDays);

    /// <summary>The latest first.</summary>
    /// <param name="of">Only those for one thing.</param>
    public async Task<IReadOnlyList<Draft>> MineAsync(Guid? of = null) =>
        current.Account is null && Token is null ? [] : await Mine().AsNoTracking().Where(d => of == null || d.ForId == of).OrderByDescending(d => d.SavedAt).Take(Most).ToListAsync();

    /// <exception cref="NotFoundException">There is none of theirs.</exception>
    public Task<Draft> FindAsync(Guid id, Guid of) => Mine().AsNoTracking().SingleOr404Async(d => d.Id == id && d.ForId == of);

    /// <summary>Keeps what was typed, under the key under which it will be sent.</summary>
    /// <exception cref="RuleException">They have begun too many.</exception>
    public async Task<Draft> SaveAsync(Opening opening, string key, DraftBody body)
    {
        senders.Count("drafts of applications", SavesInAnHour, trail.From, T.Say("You have saved very often. Wait a little."));
        var (now, sent) = (clock.GetUtcNow().UtcDateTime, Secrets.Digest(key));
        var token = current.Account is null ? Token ?? Remember() : null;
        await alarm.SetAsync(current.Tenant.Id, OldDrafts.Alarm, now.AddDays(Days));
        return await db.WriteAsync(async () =>
        {
            db.ChangeTracker.Clear();
            var (account, digest) = (current.Account?.AccountId, token is null ? null : Secrets.Digest(token));
            if (await Mine().FirstOrDefaultAsync(d => d.Sent == sent) is not { } draft)
            {
                Rule.Require(await Mine().CountAsync() < Most, T.Say("You have begun {0} applications already. Send or delete one of them first.", Most));
                db.Add(draft = Draft.Of(opening, account, digest, key));
            }
            draft.Save(body, now);
            await db.SaveChangesAsync();
            return draft;
        });
    }

    public Task DeleteAsync(Guid id) => db.WriteAsync(async () =>
    {
        db.ChangeTracker.Clear();
        db.Remove(await Mine().SingleOr404Async(d => d.Id == id));
        return await db.SaveChangesAsync();
    });

    /// <summary>It has become an application.</summary>
    public async Task SentAsync(string key)
    {
        var sent = Secrets.Digest(key);
        if (current.Account is null && Token is null || !await db.Drafts.AnyAsync(d => d.Sent == sent)) return;
        await db.WriteAsync(() => db.Drafts.Where(d => d.Sent == sent).ExecuteDeleteAsync());
    }

    private string? Token => http.HttpContext?.Request.Cookies[Cookie] is { Length: FormTickets.KeyLength } token ? token : null;

    // Of somebody who signs in later it is theirs all the same, in that browser.
    private IQueryable<Draft> Mine()
    {
        var (account, token) = (current.Account?.AccountId, Token is { } said ? Secrets.Digest(said) : null);
        return db.Drafts.Where(d => account != null && d.AccountId == account || token != null && d.Token == token);
    }

    private string Remember()
    {
        var token = FormTickets.NewKey();
        http.HttpContext!.Response.Cookies.Append(Cookie, token, new()
        {
            HttpOnly = true, Secure = http.HttpContext.Request.IsHttps, SameSite = SameSiteMode.Lax, IsEssential = true, Path = $"{current.Base}/", MaxAge = TimeSpan.FromDays(Days),
        });
        return token;
    }
}
