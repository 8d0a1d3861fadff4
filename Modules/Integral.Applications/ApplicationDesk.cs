using System.Globalization;
using Integral.Applications.Contracts;
using Integral.Applications.Data;
using Integral.People.Contracts;
using Integral.Platform.Audit;
using Integral.Platform.Messaging;
using Integral.Platform.Web;
using Integral.Workflows.Contracts;
using Microsoft.Extensions.Configuration;

namespace Integral.Applications;

/// <summary>What applicants do: apply, follow, answer, withdraw.</summary>
internal sealed class ApplicationDesk(Db db, Current current, Intake intake, KnownOpenings openings, IWorkflows workflows, Outbox outbox, SenderLimits limits, Trail trail, Texts texts, IConfiguration configuration)
{
    public const string Answered = "ApplicantAnswered";

    private const int UsuallyInAnHour = 60;

    /// <exception cref="NotFoundException">There is none, or visitors don't see it.</exception>
    public async Task<Opening> OpeningAsync(Guid id) => await openings.FindAsync(db, current.Tenant, id) is { IsShown: true } found ? found : throw new NotFoundException();

    /// <summary>To what an applicant agrees, in the language they read.</summary>
    public string Consent => texts["I agree that {0} keeps and uses what I write here to decide on this application, and writes or calls me about it.", current.Tenant.Name];

    /// <summary>Keeps an application, once however often it is sent under the key.</summary>
    public async Task<Application> SendAsync(Opening opening, NewPerson who, string? message, string key)
    {
        limits.Count("applications", configuration.GetValue("Integral:Applications:InAnHourOfAnAddress", UsuallyInAnHour), trail.From,
            T.Say("So many applications came from your network that we pause for a while. What you wrote is still here: send it again in an hour, or call the institution."));
        return await intake.SendAsync(Acting, opening, new(who, message, Consent, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName), key);
    }

    /// <exception cref="NotFoundException">No application has that address.</exception>
    public async Task<Application> OfKeyAsync(string key) => key.Length == FormTickets.KeyLength ? await db.Applications.Include(a => a.History).SingleOr404Async(a => a.Key == key) : throw new NotFoundException();

    /// <summary>The applicant says what was missing: whoever asked goes on with it.</summary>
    public Task AnswerAsync(string key, string text) => DoAsync(key, async (id, who) =>
    {
        Rule.Require(await workflows.SignalAsync(who, Application.Kind, id, Answered), "Nothing is missing from this application any more.");
        (await OfKeyAsync(key)).Answer(text.Trim(), trail.Now);
    });

    public Task WithdrawAsync(string key) => DoAsync(key, async (id, who) =>
    {
        await workflows.CancelAsync(who, Application.Kind, id, null);
        (await OfKeyAsync(key)).Withdraw(trail.Now);
    });

    private Acting Acting => new(db, current.Tenant, current.Account?.Name ?? "", current.Account?.AccountId) { Outbox = outbox };

    // First the case, as whoever decides does: two at once wait for each other instead of blocking each other.
    private Task DoAsync(string key, Func<Guid, Acting, Task> work) => db.WriteAsync(async () =>
    {
        db.ChangeTracker.Clear();
        var of = await db.Applications.Where(a => a.Key == key).Select(a => new { a.Id, a.FamilyName, a.GivenName }).SingleOr404Async(_ => true);
        await work(of.Id, Acting with { Who = $"{of.FamilyName} {of.GivenName}".Trim() });
        await db.SaveChangesAsync();
    });
}
