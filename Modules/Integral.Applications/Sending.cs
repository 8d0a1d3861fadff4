using System.Globalization;
using Integral.People.Contracts;
using Integral.Platform.Audit;
using Integral.Platform.Web;
using Microsoft.Extensions.Configuration;

namespace Integral.Applications;

/// <summary>A form as somebody has filled it in.</summary>
/// <param name="Message">What they add.</param>
/// <param name="Agrees">To the words that are shown.</param>
/// <param name="ConsentMark">Of those words.</param>
/// <param name="Answers">By the names of the questions.</param>
internal sealed record SaidForm(NewPerson Who, string? Message, bool Agrees, string? ConsentMark, IReadOnlyDictionary<string, IReadOnlyList<string>> Answers);

/// <summary>Where one applies, on the screen and by the API alike. It asks the database nothing itself, and holds no connection while others wait with it.</summary>
internal sealed class Sending(Db db, Current current, Intake intake, SenderLimits limits, Trail trail, IConfiguration configuration)
{
    private const int UsuallyInAnHour = 60;

    /// <summary>Keeps an application, once however often it is sent under the key.</summary>
    /// <param name="opening">Id of what it is for.</param>
    /// <param name="said">Who applies, with what they add, answer and agree to.</param>
    /// <param name="key">Of the form, or the program's own.</param>
    public async Task<Application> SendAsync(Guid opening, SaidForm said, string key)
    {
        limits.Count("applications", configuration.GetValue("Integral:Applications:InAnHourOfAnAddress", UsuallyInAnHour), trail.From,
            T.Say("So many applications came from your network that we pause for a while. What you wrote is still here: send it again in an hour, or call the institution."));
        await db.RestAsync();
        return await intake.SendAsync(current.Tenant, trail, opening, new(said.Who, said.Message, null, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) { Agrees = said.Agrees, ConsentMark = said.ConsentMark, Answers = said.Answers }, key);
    }
}
