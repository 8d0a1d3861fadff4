using System.Globalization;
using Integral.Help.Data;
using Integral.Platform.Audit;
using Integral.Platform.Web;

namespace Integral.Help;

/// <summary>What senders and staff do with remarks.</summary>
internal sealed class RemarkDesk(Db db, HostDb host, Current current, SenderLimits limits, RemarkLetters letters, Trail trail)
{
    public const int InAnHour = 60;

    private const int MostTries = 5;

    public Task<Remark?> OfKeyAsync(string key) => db.Remarks.Include(r => r.History.OrderBy(e => e.Id)).SingleOrDefaultAsync(r => r.Key == key);

    /// <exception cref="NotFoundException">There is none of that id here.</exception>
    public async Task<Remark> OfIdAsync(Guid id) => await db.Remarks.Include(r => r.History.OrderBy(e => e.Id)).SingleOrDefaultAsync(r => r.Id == id) ?? throw new NotFoundException();

    /// <summary>Keeps it under the key, once however often it is sent.</summary>
    public async Task SendAsync(string key, RemarkForm form)
    {
        if (await db.Remarks.AnyAsync(r => r.Key == key)) return;
        Count();
        var (name, email) = await SenderAsync(form);
        for (var tries = 1; ; tries++)
        {
            try
            {
                await db.WriteAsync(() => KeepAsync(key, form, name, email));
                return;
            }
            // Another took the number, or the same form came twice at once.
            catch (DbUpdateException) when (tries < MostTries) { db.ChangeTracker.Clear(); }
        }
    }

    public async Task AddAsync(Remark remark, string line)
    {
        Count();
        remark.Add(line, remark.Name ?? "", trail.Now);
        await db.SaveChangesAsync();
    }

    /// <param name="what">One of the remark's verbs.</param>
    /// <param name="seen">The version that was on the screen.</param>
    public async Task DoAsync(Remark remark, int? seen, Action<Remark, string, DateTime> what)
    {
        if (seen is { } version) db.Entry(remark).Property(r => r.Version).OriginalValue = version;
        var answer = remark.Answer;
        what(remark, current.Account!.Name, trail.Now);
        if (remark.Answer != answer) letters.Answered(remark);
        await db.SaveChangesAsync();
    }

    private async Task KeepAsync(string key, RemarkForm form, string? name, string? email)
    {
        if (await db.Remarks.AnyAsync(r => r.Key == key)) return;
        db.Add(new Remark
        {
            Number = 1 + await db.Remarks.MaxAsync(r => (int?)r.Number) ?? 1, Key = key, Message = form.Message.Trim(), Page = form.Page?.Trim() ?? "", Name = name, Email = email,
            AccountId = current.Account?.AccountId, Culture = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, SentAt = trail.Now,
        });
        await db.SaveChangesAsync();
    }

    private void Count() => limits.Count("remarks", InAnHour, trail.From, T.Say("So many remarks came from your network that we pause for a while. What you wrote is still here: send it again in an hour, or call the institution."));

    // Whoever is signed in isn't asked who they are; to an e-mail that nobody confirmed nothing is written in their name.
    private async Task<(string? Name, string? Email)> SenderAsync(RemarkForm form)
    {
        if (current.Account is not { } who) return (Given(form.Name), Given(form.Email));
        return (who.Name, await host.Users.AsNoTracking().Where(a => a.Id == who.AccountId && a.EmailConfirmed).Select(a => a.Email).SingleOrDefaultAsync());
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
