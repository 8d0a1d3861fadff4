using Integral.Applications.Data;
using Integral.Applications.Staff;
using Integral.Platform.Jobs;
using Integral.Platform.Messaging;
using Integral.Platform.Web;
using Integral.Workflows.Contracts;

namespace Integral.Applications;

/// <summary>What applicants do with what they have sent: read what became of it, answer, withdraw. Its address is all that they need.</summary>
internal sealed class Following(Db db, Current current, IWorkflows workflows, Outbox outbox, SenderNews senders, ApplicationLetters letters, Alarm alarm, TimeProvider clock)
{
    /// <summary>For which a workflow waits where something was asked.</summary>
    public const string Answered = "ApplicantAnswered";

    public static readonly Sentence NothingAsked = T.Say("Nothing is missing from this application any more.");

    /// <exception cref="NotFoundException">No application has that address.</exception>
    public async Task<Application> OfKeyAsync(string key) => key.Length == FormTickets.KeyLength ? await db.Applications.Include(a => a.History).SingleOr404Async(a => a.Key == key) : throw new NotFoundException();

    /// <summary>The applicant says what was missing: whoever asked goes on with it.</summary>
    public Task AnswerAsync(string key, string text) => DoAsync(key, async (id, who) =>
    {
        Rule.Require(await workflows.SignalAsync(who, Application.Kind, id, Answered), NothingAsked);
        var application = await OfKeyAsync(key);
        application.Answer(text.Trim(), Now);
        senders.Became(who, application);
    });

    public Task WithdrawAsync(string key) => DoAsync(key, (id, who) => EndAsync(id, who, ""));

    /// <summary>The same for whoever sent it on somebody's behalf: that person is told, and by whom. To be called within a transaction.</summary>
    /// <exception cref="RuleException">It is over.</exception>
    public async Task WithdrawAsync(Guid id, Acting sender) => letters.Became(sender, await EndAsync(id, sender, sender.Who));

    private async Task<Application> EndAsync(Guid id, Acting who, string by)
    {
        // What hasn't been begun never will be; a turn that is just at it is waited for.
        await db.Applications.Where(a => a.Id == id && a.ToBegin != null).ExecuteUpdateAsync(a => a.SetProperty(x => x.ToBegin, (int?)null));
        await workflows.CancelAsync(who, Application.Kind, id, null);
        var application = await db.Applications.Include(a => a.History).SingleAsync(a => a.Id == id);
        if (application.Status == ApplicationStatus.Waiting) await alarm.SetAsync(current.Tenant.Id, SeatGiving.Alarm, Now + SeatGiving.Soon);      // it may have been in the way of others
        application.Withdraw(by, Now);
        senders.Became(who, application);
        return application;
    }

    // First the case, as whoever decides does: two at once wait for each other instead of blocking each other.
    private Task DoAsync(string key, Func<Guid, Acting, Task> work) => db.WriteAsync(async () =>
    {
        db.ChangeTracker.Clear();
        var of = await db.Applications.Where(a => a.Key == key).Select(a => new { a.Id, a.FamilyName, a.GivenName }).SingleOr404Async(_ => true);
        await work(of.Id, new(db, current.Tenant, $"{of.FamilyName} {of.GivenName}".Trim(), current.Account?.AccountId) { Outbox = outbox });
        await db.SaveChangesAsync();
    });

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}
