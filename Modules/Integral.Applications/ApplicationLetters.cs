using System.Globalization;
using Integral.Communication.Contracts;
using Integral.Platform.Messaging;
using Integral.Platform.Sheets;
using Integral.Workflows.Contracts;

namespace Integral.Applications;

/// <summary>Writes to applicants who gave an e-mail, in the language they wrote in. What is asked of them and why stands behind the link.</summary>
internal sealed class ApplicationLetters(Letters letters, INotices notices, TenantAddresses addresses, Texts texts)
{
    /// <summary>Sent when <c>Db</c> saves it. Who has an account finds it in their cabinet too.</summary>
    public void Became(Acting acting, Application application)
    {
        notices.Tell(acting.Outbox, ChangedNotice.Of(acting, application));
        Add(acting, application, T.Say("Your application No. {0}: {1}", application.Number, application.Status.Word()), application.Meaning());
    }

    /// <summary>Not to those on a list: whoever sends one can name anybody's address, so they are written to only once somebody here has decided.</summary>
    public void Received(Acting acting, Application application)
    {
        if (application.ListId is null) Add(acting, application, T.Say("Your application No. {0} has arrived", application.Number), application.Status.Meaning());
    }

    /// <summary>To whoever sent a list: where it is followed.</summary>
    public void Received(Outbox outbox, Tenant tenant, ApplicationList list)
    {
        if (!letters.IsOn) return;
        var language = CultureInfo.GetCultureInfo(list.Culture);
        string[] paragraphs =
        [
            list.ForTitle, texts.Say(T.Say("The list of '{0}' has arrived. At this address you see what becomes of everybody on it; don't pass it on.", list.Organisation), language),
            Address(tenant, list.Culture, $"/applications/lists/{list.Key}"), tenant.Name,
        ];
        outbox.Add(new Letter(list.Email, texts.Say(T.Say("Your list of people has arrived"), language), string.Join("\n\n", paragraphs)));
    }

    private string Address(Tenant tenant, string culture, string page) => addresses.Link(tenant, culture == tenant.Culture ? page : $"/{culture}{page}");

    private void Add(Acting acting, Application application, Sentence subject, Sentence meaning)
    {
        if (acting.Outbox is null || !letters.IsOn || application.Email is null) return;
        var (language, page) = (CultureInfo.GetCultureInfo(application.Culture), $"/applications/{application.Key}");
        string[] paragraphs =
        [
            application.ForTitle, .. application.Organisation is { } sender ? [texts.Say(T.Say("'{0}' has applied for you.", sender), language)] : Array.Empty<string>(), texts.Say(meaning, language),
            texts.Say(T.Say("At this address you see what becomes of it, answer, or withdraw it. It is yours alone: don't pass it on."), language),
            Address(acting.Tenant, application.Culture, page), acting.Tenant.Name,
        ];
        acting.Outbox.Add(new Letter(application.Email, texts.Say(subject, language), string.Join("\n\n", paragraphs)));
    }
}
