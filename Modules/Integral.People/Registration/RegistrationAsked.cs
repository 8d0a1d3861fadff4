using System.Globalization;
using Integral.People.Contracts;
using Integral.Platform.Messaging;
using Microsoft.AspNetCore.Identity;

namespace Integral.People.Registration;

/// <summary>Somebody wants to register. Whether there is an account already is looked up afterwards, so that the page can't tell it (abuse case A41).</summary>
/// <param name="Culture">The language that they read.</param>
/// <param name="Return">Where they came from, an address of this host.</param>
[Message("people.registration_asked")]
internal sealed record RegistrationAsked(NewPerson Who, string Culture, string? Return);

/// <summary>Writes the letter: to whoever has no account the way to one, to whoever has one by what they sign in.</summary>
internal sealed class RegistrationLetters(HostDb host, Outbox outbox, RegistrationLinks links, TenantAddresses addresses, Texts texts, ILookupNormalizer normalizer, Current current, TimeProvider clock) : IReceives<RegistrationAsked>
{
    private const int MostOfOneEmail = 10;

    public async Task ReceiveAsync(RegistrationAsked message, Arrival arrival, CancellationToken cancel)
    {
        var (here, name, email) = (current.Tenant, normalizer.NormalizeName(message.Who.Email!), normalizer.NormalizeEmail(message.Who.Email!));
        var known = await host.Users.AsNoTracking().Where(a => a.NormalizedUserName == name || a.NormalizedEmail == email && a.EmailConfirmed)
            .OrderBy(a => a.Id).Take(MostOfOneEmail).Select(a => new { a.Id, a.UserName }).ToListAsync(cancel);
        var ids = known.Select(a => a.Id).ToArray();
        var isMember = await host.Memberships.AnyAsync(m => m.TenantId == here.Id && EF.Parameter(ids).Contains(m.AccountId), cancel);
        List<object> paragraphs = [T.Say("Somebody, probably you, wants to register with this e-mail: {0}.", here.Name)];
        if (known.Count > 0)
        {
            paragraphs.Add(T.Say("This e-mail has an account already. Its login: {0}.", string.Join(", ", known.Select(a => a.UserName))));
            paragraphs.AddRange([T.Say("Sign in with it:"), Link(message, "/sign-in"), T.Say("A forgotten password is replaced here:"), Link(message, "/forgot")]);
        }
        if (!isMember)
        {
            paragraphs.Add(known.Count > 0 ? T.Say("To become a learner here with that account, sign in and open this address within a day:") : T.Say("If it was you, open this address within a day and choose a password:"));
            paragraphs.Add(Link(message, $"/register/finish/{links.Make(message)}"));
        }
        paragraphs.AddRange([T.Say("If it wasn't you, do nothing: nothing is kept."), here.Name]);
        var language = CultureInfo.GetCultureInfo(message.Culture);
        outbox.Add(new Letter(message.Who.Email!, texts.Say(T.Say("Registration: {0}", here.Name), language), string.Join("\n\n", paragraphs.Select(p => p is Sentence said ? texts.Say(said, language) : p)),
            clock.GetUtcNow().UtcDateTime + RegistrationLinks.Valid));
    }

    private string Link(RegistrationAsked message, string page) => addresses.Link(current.Tenant, message.Culture == current.Tenant.Culture ? page : $"/{message.Culture}{page}");
}
