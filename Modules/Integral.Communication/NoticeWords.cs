using System.Globalization;
using Integral.Communication.Contracts;
using Integral.Communication.Data;

namespace Integral.Communication;

/// <summary>A notice as its reader sees it.</summary>
internal sealed record Wording(string Subject, string Text);

/// <summary>Says notices in the institution's words where it has its own, else in the delivered ones.</summary>
internal sealed class NoticeWords(Db db, NoticeKinds kinds, Texts texts)
{
    private Dictionary<(string, string), Wording>? own;

    public async Task<Wording> SayAsync(Notice notice, CultureInfo? culture = null)
    {
        var language = culture ?? CultureInfo.CurrentUICulture;
        if (kinds.Find(notice.Kind) is not { } kind) return new(notice.Kind, "");      // its module isn't built in any more
        var values = notice.Values;
        return Filled(await TemplateAsync(kind, language), name => values.TryGetValue(name, out var said) ? Say(said, language) : null);
    }

    /// <summary>With the sample's values.</summary>
    public Wording Preview(NoticeKind kind, Wording template, CultureInfo language) =>
        Filled(template, name => kind.Values.FirstOrDefault(v => v.Name == name) is { } value ? Say(value.Sample, language) : null);

    /// <summary>As it is delivered.</summary>
    public Wording Delivered(NoticeKind kind, CultureInfo language) => new(texts.Say(kind.Subject, language), texts.Say(kind.Text, language));

    private async Task<Wording> TemplateAsync(NoticeKind kind, CultureInfo language)
    {
        own ??= await db.NoticeTexts.AsNoTracking().ToDictionaryAsync(t => (t.Kind, t.Culture), t => new Wording(t.Subject, t.Text));
        return own.GetValueOrDefault((kind.Name, language.TwoLetterISOLanguageName)) ?? Delivered(kind, language);
    }

    private string Say(string value, CultureInfo language) => value.Length == 0 ? "" : texts.Say(new Sentence(value), language);

    private static Wording Filled(Wording template, Func<string, string?> value) => new(NoticeText.Fill(template.Subject, value), NoticeText.Fill(template.Text, value));
}
