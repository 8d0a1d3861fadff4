using System.Globalization;
using Integral.People.Contracts;
using Integral.Platform.Audit;
using Integral.Platform.Web;
using Microsoft.Extensions.Configuration;

namespace Integral.Applications;

/// <summary>Where one applies, on the screen and by the API alike. It asks the database nothing itself, and holds no connection while others wait with it.</summary>
internal sealed class Sending(Db db, Current current, Intake intake, SenderLimits limits, Trail trail, Texts texts, IConfiguration configuration)
{
    private const int UsuallyInAnHour = 60;

    /// <summary>To what an applicant agrees, in the language they read.</summary>
    public string Consent => texts["I agree that {0} keeps and uses what I write here to decide on this application, and writes or calls me about it.", current.Tenant.Name];

    /// <summary>Keeps an application, once however often it is sent under the key.</summary>
    /// <param name="opening">Id of what it is for.</param>
    /// <param name="who">Who applies.</param>
    /// <param name="message">What they add.</param>
    /// <param name="agrees">To <see cref="Consent"/>.</param>
    /// <param name="key">Of the form, or the program's own.</param>
    public async Task<Application> SendAsync(Guid opening, NewPerson who, string? message, bool agrees, string key)
    {
        limits.Count("applications", configuration.GetValue("Integral:Applications:InAnHourOfAnAddress", UsuallyInAnHour), trail.From,
            T.Say("So many applications came from your network that we pause for a while. What you wrote is still here: send it again in an hour, or call the institution."));
        await db.RestAsync();
        return await intake.SendAsync(current.Tenant, trail, opening, new(who, message, agrees ? Consent : null, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName), key);
    }
}
