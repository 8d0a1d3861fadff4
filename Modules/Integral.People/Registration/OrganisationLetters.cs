using System.Globalization;
using Integral.Platform.Messaging;
using Integral.Platform.Sheets;

namespace Integral.People.Registration;

/// <summary>Writes to whoever registers an organisation, in the language they wrote in. Why stands behind the link.</summary>
internal sealed class OrganisationLetters(Letters letters, TenantAddresses addresses, Texts texts)
{
    /// <summary>Sent when <c>Db</c> saves it.</summary>
    public void Confirm(Outbox outbox, Tenant tenant, OrganisationRegistration one) => Add(outbox, tenant, one, T.Say("Confirm your e-mail"),
        T.Say("Somebody, probably you, wants to register an organisation with this e-mail: {0}.", one.Title), T.Say("If it was you, open this address and confirm it:"), T.Say("If it wasn't you, do nothing: what was written is thrown away after {0} days.", OrganisationIntake.KeptDays));

    /// <summary>Nobody is told of a demo's past.</summary>
    public void Became(Outbox? outbox, Tenant tenant, OrganisationRegistration one)
    {
        if (outbox is null) return;
        Add(outbox, tenant, one, T.Say("Registration of {0}: {1}", one.Title, one.State.Word()), one.State.Meaning(),
            one.State == RegistrationState.Accepted ? T.Say("Open this address to choose a password and come in:") : T.Say("At this address you see how far it has come. It is yours alone: don't pass it on."), null);
    }

    private void Add(Outbox outbox, Tenant tenant, OrganisationRegistration one, Sentence subject, Sentence what, Sentence lead, Sentence? last)
    {
        if (!letters.IsOn) return;
        var (language, page) = (CultureInfo.GetCultureInfo(one.Culture), $"/register/organisation/{one.Key}");
        string[] paragraphs =
        [
            texts.Say(what, language), texts.Say(lead, language), addresses.Link(tenant, one.Culture == tenant.Culture ? page : $"/{one.Culture}{page}"), .. last is { } word ? [texts.Say(word, language)] : Array.Empty<string>(), tenant.Name,
        ];
        outbox.Add(new Letter(one.Email, texts.Say(subject, language), string.Join("\n\n", paragraphs)));
    }
}
