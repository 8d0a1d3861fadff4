using System.Globalization;
using Integral.People.Contracts;
using Integral.Platform.Audit;
using Integral.Platform.Messaging;
using Integral.Platform.Reporting;
using Integral.Platform.Web;
using Microsoft.Extensions.Configuration;

namespace Integral.People.Registration;

/// <summary>How somebody begins to register, on the screen and by the API alike. What is answered is the same whether the e-mail has an account or not.</summary>
internal sealed class Registering(Db db, Current current, Outbox outbox, Letters letters, Demo demo, RegistrationLimits limits, Figures figures, Texts texts)
{
    /// <summary>Whoever is younger is registered by the institution, which asks the parents.</summary>
    public const int Youngest = 14;

    /// <summary>To what one agrees, in the language one reads.</summary>
    public string Consent => ConsentIn(CultureInfo.CurrentUICulture);

    /// <summary>Without a mail server nobody can show that an e-mail is theirs. A demo leads there at once instead: its people have no mailboxes.</summary>
    public bool CanBeSent => letters.IsOn || demo.IsOn;

    /// <summary>The demo sends no letters: the page goes where the letter's link would lead.</summary>
    public bool IsShownAtOnce => !letters.IsOn;

    public async Task<bool> IsOpenAsync() => CanBeSent && (await RegistrationSettings.OfAsync(db)).Citizens;

    public string ConsentIn(CultureInfo language) => texts.Say(T.Say("I agree that {0} keeps my name, date of birth and e-mail and uses them for my account and my learning.", current.Tenant.Name), language);

    /// <summary>Has the letter written.</summary>
    /// <param name="who">With an e-mail and a date of birth.</param>
    /// <param name="agrees">To <see cref="Consent"/>.</param>
    /// <param name="back">Where they came from, an address of this host.</param>
    /// <exception cref="RuleException">It is shut, something can't be so, or too many come from there.</exception>
    public async Task<RegistrationAsked> AskAsync(NewPerson who, bool agrees, string? back)
    {
        Rule.Require(await IsOpenAsync(), "Nobody can register here at present. Ask the office of the institution for an account.");
        Rule.Require(agrees, "Without this consent we may not keep what you write.", "Consent");
        var said = who.Checked(figures.Today);
        Rule.Require(said.Email is not null, "Give an e-mail: we send you a link to it.", "Email");
        Rule.Require(said.BornOn is not null, "Give a date of birth.", "BornOn");
        Rule.Require(said.BornOn.Value.AddYears(Youngest) <= figures.Today, T.Say("One can register from the age of {0} on. Ask the office of the institution for an account.", Youngest), "BornOn");
        limits.Count(said.Email);
        var asked = new RegistrationAsked(said, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, back);
        if (IsShownAtOnce) return asked;
        outbox.Add(asked);
        await db.SaveChangesAsync();
        return asked;
    }
}

/// <summary>Nobody floods the institution with registrations, nor a mailbox with letters about them.</summary>
internal sealed class RegistrationLimits(SenderLimits limits, Trail trail, IConfiguration configuration)
{
    private const int UsuallyInAnHour = 30, LettersInAnHour = 3;

    /// <exception cref="RuleException">Too many came from this address, or for this e-mail.</exception>
    public void Count(string email)
    {
        limits.Count("registrations", configuration.GetValue("Integral:Registration:InAnHourOfAnAddress", UsuallyInAnHour), trail.From,
            T.Say("So many registrations came from your network that we pause for a while. What you wrote is still here: send it again in an hour, or call the institution."));
        limits.Count("letters about registration", LettersInAnHour, Secrets.Digest(email.ToUpperInvariant()), T.Say("Three letters an hour are the most. Look among unwanted mail, or try again later."));
    }
}
