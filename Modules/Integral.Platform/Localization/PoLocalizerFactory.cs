using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Integral.Platform.Localization;

/// <summary>Lets the framework's own parts, data annotations above all, speak through <see cref="Texts"/>.</summary>
internal sealed class PoLocalizerFactory(Texts texts) : IStringLocalizerFactory
{
    private readonly PoLocalizer localizer = new(texts);

    public IStringLocalizer Create(Type resourceSource) => localizer;
    public IStringLocalizer Create(string baseName, string location) => localizer;
}

internal sealed class PoLocalizer(Texts texts) : IStringLocalizer
{
    public LocalizedString this[string name] => new(name, texts[name], !IsTranslated(name));
    public LocalizedString this[string name, params object[] arguments] => new(name, texts[name, arguments], !IsTranslated(name));

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => texts.Keys(Culture).Select(key => this[key]);

    private static string Culture => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
    private bool IsTranslated(string name) => texts.Find(name, Culture) is not null;
}
