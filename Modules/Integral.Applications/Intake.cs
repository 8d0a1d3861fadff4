using Integral.Applications.Contracts;
using Integral.Applications.Data;
using Integral.People.Contracts;
using Integral.Platform.Reporting;
using Integral.Platform.Web;
using Integral.Workflows.Contracts;

namespace Integral.Applications;

/// <summary>What somebody sends.</summary>
/// <param name="Consent">The words to which they agreed.</param>
/// <param name="Culture">The language that they read.</param>
internal sealed record NewApplication(NewPerson Who, string? Message, string Consent, string Culture);

/// <summary>Takes applications in, for the form, the API and recipes alike: kept first, with a number, and then decided by a workflow.</summary>
internal sealed class Intake(IWorkflows workflows, Numbers numbers, ApplicationLetters letters, TimeProvider clock)
{
    private const int MostTries = 5;

    /// <summary>Keeps it, once however often it is sent under the same key.</summary>
    /// <param name="acting">Who sends it.</param>
    /// <param name="opening">What it is for.</param>
    /// <param name="said">What was sent.</param>
    /// <param name="key">Of the form, or the program's own.</param>
    /// <exception cref="RuleException">It can't be applied for now, somebody can't be called so, or has applied already.</exception>
    public async Task<Application> SendAsync(Acting acting, Opening opening, NewApplication said, string key)
    {
        var (db, sent) = (acting.Db, Secrets.Digest(key));
        if (await FindAsync(db, sent) is { } there) return Same(there, opening, said);
        if (opening.Closed is { } closed) throw new RuleException(closed);
        var who = said.Who.Checked(Figures.DayIn(acting.Tenant, clock));
        Rule.Require(who.Email is not null || who.Phone is not null, "Leave an e-mail or a phone number, so that we can reach you.", "Email");
        for (var tries = 1; ; tries++)
        {
            try
            {
                var number = await numbers.AheadAsync(db);
                return await db.WriteAsync(() => KeepAsync(acting, opening, said with { Who = who }, (number, sent)));
            }
            // The same form came twice at once, or the first two ever.
            catch (DbUpdateException) when (tries < MostTries) { db.ChangeTracker.Clear(); }
            // The same: of two keys that it breaks PostgreSQL names the one that it looks at first.
            catch (RuleException) when (db.Database.CurrentTransaction is null)
            {
                db.ChangeTracker.Clear();
                if (await FindAsync(db, sent) is not { } same) throw;
                return Same(same, opening, said);
            }
        }
    }

    private async Task<Application> KeepAsync(Acting acting, Opening opening, NewApplication said, (int? Number, string Sent) one)
    {
        var (db, now) = (acting.Db, acting.At ?? clock.GetUtcNow().UtcDateTime);
        if (await FindAsync(db, one.Sent) is { } there) return Same(there, opening, said);
        var application = new Application(opening, said.Who, one.Number ?? await Numbers.TakeAsync(db), one.Sent, FormTickets.NewKey(), now)
        {
            Message = string.IsNullOrWhiteSpace(said.Message) ? null : said.Message.Trim(), Consent = said.Consent, Culture = said.Culture, AccountId = acting.AccountId,
        };
        db.Add(application);
        await db.SaveChangesAsync();
        var isBegun = await workflows.StartAsync(acting with { Who = application.FullName }, Activities.Submitted.Kind, new(Application.Kind, application.Id, application.FullName, application.ForTitle));
        Rule.Require(isBegun, "Applications can't be taken here yet: nobody has said how they are decided.");
        letters.Received(acting, application);
        await db.SaveChangesAsync();
        return application;
    }

    private static Task<Application?> FindAsync(Db db, string sent) => db.Applications.FirstOrDefaultAsync(a => a.Sent == sent);

    // Whoever knows the key has sent it: but not something else.
    private static Application Same(Application there, Opening opening, NewApplication said)
    {
        Rule.Require(there.ForId == opening.Id && there.SearchName == said.Who.SearchName, "Another application was sent under this key.");
        return there;
    }
}
