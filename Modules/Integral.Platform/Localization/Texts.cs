using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text;
using Integral.Platform.Modules;

namespace Integral.Platform.Localization;

/// <summary>
/// The modules' translations. A text's key is its English source, so what isn't translated is shown in English.
/// Words are taken in the current UI culture, numbers and dates are written as the current culture does.
/// A source that two places need differently is written with a context: <c>T["verb\u0004Open"]</c>, msgctxt "verb".
/// </summary>
public sealed class Texts
{
    private readonly FrozenDictionary<string, FrozenDictionary<string, PoEntry>> translations;

    /// <summary>The languages of the screens.</summary>
    public static IReadOnlyList<string> Cultures { get; } = ["ru", "kk", "uk", "en"];

    /// <summary>The languages' names for themselves, for the switcher.</summary>
    public static IReadOnlyDictionary<string, string> OwnNames { get; } = new Dictionary<string, string>
    {
        ["ru"] = "Русский", ["kk"] = "Қазақша", ["uk"] = "Українська", ["en"] = "English",
    };

    /// <exception cref="FormatException">A translation file has a slip; the message names file and line.</exception>
    public Texts(ModuleCatalog modules) : this(Files(modules)) { }

    internal Texts(IEnumerable<(string Name, string Text)> files) =>
        translations = files.GroupBy(f => f.Name.Split('.')[^2]).ToFrozenDictionary(g => g.Key, g => Merge(g.Key, g));

    public string this[string key] => Translate(key, CultureInfo.CurrentUICulture);

    public string this[string key, params object[] args] => Say(new Sentence(key, args));

    /// <summary>The form that fits the number. {0} is the number, {1} and on are <paramref name="more"/>.</summary>
    public string Plural(long n, string one, string other, params object[] more)
    {
        var culture = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        var form = Find(one, culture) is { PluralKey: not null } entry ? entry.Forms[Plurals.Form(culture, n)]
            : Plurals.Form("en", n) == 0 ? WithoutContext(one) : other;
        return Fill(form, [n, .. more], CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture);
    }

    /// <summary>A rule's or a job's sentence, with the sentences among its arguments.</summary>
    /// <param name="sentence">What to say.</param>
    /// <param name="culture">
    /// For someone who isn't the reader of the current page, such as the receiver of a letter. Optional and not an overload:
    /// analysis would ask for it in every page.
    /// </param>
    public string Say(Sentence sentence, CultureInfo? culture = null) =>
        Fill(sentence, culture ?? CultureInfo.CurrentUICulture, culture ?? CultureInfo.CurrentCulture);

    internal PoEntry? Find(string key, string culture) =>
        translations.TryGetValue(culture, out var entries) && entries.TryGetValue(key, out var entry) ? entry : null;

    internal IEnumerable<string> Keys(string culture) => translations.TryGetValue(culture, out var entries) ? entries.Keys : [];

    private string Fill(Sentence sentence, CultureInfo language, CultureInfo format) =>
        Fill(Translate(sentence.Key, language), sentence.Args, language, format);

    private string Translate(string key, CultureInfo language) =>
        Find(key, language.TwoLetterISOLanguageName)?.Forms[0] ?? WithoutContext(key);

    // Without arguments braces are just braces.
    private string Fill(string text, object[] args, CultureInfo language, CultureInfo format) =>
        args.Length == 0 ? text : string.Format(format, text, [.. args.Select(a => a is Sentence inner ? Fill(inner, language, format) : a)]);

    private static string WithoutContext(string key) => key[(key.IndexOf(PoFile.ContextEnd) + 1)..];

    private static FrozenDictionary<string, PoEntry> Merge(string culture, IEnumerable<(string Name, string Text)> files)
    {
        var merged = new Dictionary<string, PoEntry>();
        foreach (var entry in files.SelectMany(f => PoFile.Read(f.Text, f.Name)).Where(e => e.IsTranslated))
        {
            if (entry.PluralKey is not null && entry.Forms.Count != Plurals.Count(culture))
                throw new FormatException($"{entry.File}:{entry.Line}: {entry.Forms.Count} plural forms, '{culture}' has {Plurals.Count(culture)}.");
            merged.TryAdd(entry.Key, entry); // dependencies come first; a test keeps modules from disagreeing
        }
        return merged.ToFrozenDictionary();
    }

    private static IEnumerable<(string Name, string Text)> Files(ModuleCatalog modules) =>
        from assembly in modules.Select(m => m.Assembly).Prepend(typeof(Texts).Assembly).Distinct()
        from name in assembly.GetManifestResourceNames()
        where name.EndsWith(".po", StringComparison.Ordinal) && name.Contains(".Localization.", StringComparison.Ordinal)
        select (name, ReadAll(assembly, name));

    private static string ReadAll(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, new UTF8Encoding(false, throwOnInvalidBytes: true));
        return reader.ReadToEnd();
    }
}
