using System.Globalization;
using Integral.People.Data;
using Integral.Platform.Jobs;
using Integral.Platform.Messaging;
using Integral.Platform.Reporting;
using Integral.Platform.Web;
using Integral.Workflows.Contracts;

namespace Integral.People.Registration;

/// <summary>How an organisation registers, on the screen and by the API alike: sent, confirmed by the letter's link, then decided by a workflow.</summary>
internal sealed class OrganisationIntake(Db db, Current current, IWorkflows workflows, Outbox outbox, OrganisationLetters letters, Registering registering, RegistrationLimits limits, Alarm alarm, Figures figures, Texts texts, TimeProvider clock)
{
    /// <summary>So long what nobody confirms is kept.</summary>
    public const int KeptDays = 7;

    public static readonly Sentence NotDecided = T.Say("Organisations can't be registered here yet: nobody has said how that is decided.");

    /// <summary>To what one agrees, in the language one reads.</summary>
    public string Consent => texts["I agree that {0} keeps my name, post, phone and e-mail to work with the organisation, and writes or calls me about it.", current.Tenant.Name];

    public async Task<bool> IsOpenAsync() => registering.CanBeSent && (await RegistrationSettings.OfAsync(db)).Organisations && await workflows.HasStartAsync(db, OrganisationRegistered.Kind);

    /// <summary>Keeps it and has the letter written, once however often it is sent under the key.</summary>
    /// <param name="words">What was written.</param>
    /// <param name="agrees">To <see cref="Consent"/>.</param>
    /// <param name="key">Of the form, or the program's own.</param>
    /// <exception cref="RuleException">It is shut, something can't be so, or too many come from there.</exception>
    public async Task<OrganisationRegistration> SendAsync(RegistrationWords words, bool agrees, string key)
    {
        Rule.Require((await RegistrationSettings.OfAsync(db)).Organisations && registering.CanBeSent, "Organisations can't register here at present. Call the institution.");
        Rule.Require(agrees, "Without this consent we may not keep what you write.", "Consent");
        Rule.Require(await workflows.HasStartAsync(db, OrganisationRegistered.Kind), NotDecided);
        var (digest, now) = (Secrets.Digest(key), clock.GetUtcNow().UtcDateTime);
        var wanted = new OrganisationRegistration { Sent = digest, Key = FormTickets.NewKey(), Consent = Consent, Culture = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, SentAt = now };
        wanted.Describe(words, figures.Today, current.Tenant.Culture);
        if (await db.OrganisationRegistrations.AsNoTracking().FirstOrDefaultAsync(r => r.Sent == digest) is { } there) return there;
        limits.Count(wanted.Email);
        await alarm.SetAsync(current.Tenant.Id, UnconfirmedRegistrations.Alarm, now.AddDays(KeptDays));
        db.Add(wanted);
        letters.Confirm(outbox, current.Tenant, wanted);
        await db.SaveChangesAsync();
        return wanted;
    }

    /// <summary>Its case begins, once.</summary>
    public Task ConfirmAsync(string key) => db.WriteAsync(async () =>
    {
        db.ChangeTracker.Clear();
        var one = await OfKeyAsync(key);
        if (!one.Confirm(clock.GetUtcNow().UtcDateTime)) return;
        await db.SaveChangesAsync();        // of two at once one goes on
        await BeginAsync(workflows, new(db, current.Tenant, one.Contact.FullName) { Outbox = outbox }, one);
        await db.SaveChangesAsync();
    });

    /// <summary>Within <c>db.WriteAsync</c>; of a recipe too, which has a unit of work of its own.</summary>
    /// <exception cref="RuleException">Nobody has said how it is decided.</exception>
    public static async Task BeginAsync(IWorkflows workflows, Acting acting, OrganisationRegistration one) =>
        Rule.Require(await workflows.StartAsync(OrganisationRegistered.Kind, [(acting, new(OrganisationRegistration.Subject, one.Id, one.Title, acting.Tenant.Name))]), NotDecided);

    /// <summary>What was asked for is corrected: whoever asked goes on with it.</summary>
    public Task CorrectAsync(string key, RegistrationWords words) => db.WriteAsync(async () =>
    {
        db.ChangeTracker.Clear();
        var one = await OfKeyAsync(key);
        // First the case, as whoever decides does: two at once wait for each other instead of blocking each other.
        var isAsked = await workflows.SignalAsync(new(db, current.Tenant, one.Contact.FullName) { Outbox = outbox }, OrganisationRegistration.Subject, one.Id, OrganisationRegistered.Corrected);
        Rule.Require(isAsked, "Nothing has to be corrected any more.");
        one.Correct(words, figures.Today, current.Tenant.Culture);
        await db.SaveChangesAsync();
    });

    /// <exception cref="NotFoundException">No registration has that address.</exception>
    public async Task<OrganisationRegistration> OfKeyAsync(string key) => key.Length == FormTickets.KeyLength ? await db.OrganisationRegistrations.SingleOr404Async(r => r.Key == key) : throw new NotFoundException();
}

/// <summary>Throws away what nobody confirmed: it may have been written by anybody about anybody.</summary>
internal sealed class UnconfirmedRegistrations(Db db, TimeProvider clock) : IWakes
{
    public const string Alarm = "people.registrations";

    public string Kind => Alarm;

    public async Task<DateTime?> WakeAsync(CancellationToken stopping)
    {
        var until = clock.GetUtcNow().UtcDateTime.AddDays(-OrganisationIntake.KeptDays);
        var unconfirmed = db.OrganisationRegistrations.Where(r => r.State == RegistrationState.Unconfirmed);
        db.RemoveRange(await unconfirmed.Where(r => r.SentAt <= until).ToListAsync(stopping));
        await db.SaveChangesAsync(stopping);
        var next = await unconfirmed.OrderBy(r => r.SentAt).Select(r => (DateTime?)r.SentAt).FirstOrDefaultAsync(stopping);
        return next?.AddDays(OrganisationIntake.KeptDays);
    }
}
