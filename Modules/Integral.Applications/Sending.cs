using System.Globalization;
using Integral.Applications.Contracts;
using Integral.People.Contracts;
using Integral.Platform.Audit;
using Integral.Platform.Messaging;
using Integral.Platform.Web;
using Microsoft.Extensions.Configuration;

namespace Integral.Applications;

/// <summary>Where one applies, on the screen and by the API alike.</summary>
internal sealed class Sending(Db db, Current current, Intake intake, KnownOpenings openings, Outbox outbox, SenderLimits limits, Trail trail, Texts texts, IConfiguration configuration)
{
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
        return await intake.SendAsync(new(db, current.Tenant, "", current.Account?.AccountId) { Outbox = outbox }, opening, new(who, message, Consent, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName), key);
    }
}
