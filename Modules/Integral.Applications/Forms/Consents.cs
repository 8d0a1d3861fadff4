using System.Globalization;

namespace Integral.Applications.Forms;

/// <summary>Words as somebody sees them before they agree.</summary>
/// <param name="Mark">Of these very words: who sends it along has seen them.</param>
/// <param name="Version">Of the institution's own words; null where they are the common ones.</param>
internal sealed record ShownConsent(string Words, string Mark, int? Version);

/// <summary>To what those agree who apply: to the institution's own words for its country and their language, else to the common ones.</summary>
internal sealed class Consents(Texts texts)
{
    public static readonly Sentence Changed = T.Say("The words of the consent have changed meanwhile. Read them once more.");

    public ShownConsent Of(AskedForm form, Tenant tenant, string culture) =>
        form.ConsentIn(culture, tenant.Culture) is { } own ? new(own, MarkOf(own), form.ConsentVersion) : Common(tenant, culture);

    private ShownConsent Common(Tenant tenant, string culture)
    {
        var words = texts.Say(T.Say("I agree that {0} keeps and uses what I write here to decide on this application, and writes or calls me about it.", tenant.Name), CultureInfo.GetCultureInfo(culture));
        return new(words, MarkOf(words), null);
    }

    private static string MarkOf(string words) => Secrets.Digest(words)[..16];
}
