using System.Text.RegularExpressions;
using Integral.Platform.Localization;

namespace Integral.Tests.Localization;

public sealed partial class TranslationTests
{
    private static readonly string[] Translated = ["ru", "kk", "uk"];
    private static readonly IReadOnlyList<SourceText> Sources = SourceTexts.All();

    [Fact]
    public void Every_text_is_translated_into_every_language()
    {
        Assert.Contains(Sources, s => s.Key == "Fill this in."); // against a test that looks at nothing

        var missing = from culture in Translated
                      let done = Entries(culture).GroupBy(e => e.Key).ToDictionary(g => g.Key, g => g.First())
                      from source in Sources.GroupBy(s => (s.Key, s.Plural)).Select(g => g.First())
                      let problem = ProblemOf(source, done.GetValueOrDefault(source.Key), culture)
                      where problem is not null
                      group Stub(source, culture, problem) by $"{source.Module}/Localization/{culture}.po";

        var report = string.Join('\n', missing.OrderBy(g => g.Key).Select(g => $"\n======== {g.Key}\n{string.Join('\n', g)}"));
        Assert.True(report.Length == 0, report);
    }

    [Fact]
    public void No_translation_is_left_of_a_text_that_is_gone()
    {
        var alive = Sources.Select(s => (s.Module, s.Key)).ToHashSet();
        var gone = from culture in Translated
                   from entry in Entries(culture)
                   where !alive.Contains((entry.File[..entry.File.IndexOf("/Localization/", StringComparison.Ordinal)], entry.Key))
                   select $"{entry.File}:{entry.Line}: no source of this module says {CodeArguments.Quote(entry.Key)}";

        Assert.True(!gone.Any(), string.Join('\n', gone));
    }

    [Fact]
    public void Two_modules_do_not_translate_one_text_differently()
    {
        var different = from culture in Translated
                        from same in Entries(culture).GroupBy(e => e.Key)
                        where same.Select(e => string.Join('|', e.Forms)).Distinct().Count() > 1
                        from entry in same
                        select $"{entry.File}:{entry.Line}: {CodeArguments.Quote(entry.Key)} is {string.Join(" | ", entry.Forms)}";

        Assert.True(!different.Any(), string.Join('\n', different));
    }

    [Theory]
    [InlineData("{0} of {1}", null, "ru", "{1}: {0}", true)]
    [InlineData("{0} of {1}", null, "ru", "{0}", false)]
    [InlineData("one day", "{0} days", "ru", "{0} день|{0} дня|{0} дней", true)]
    [InlineData("one day", "{0} days", "ru", "один день|{0} дня|{0} дней", false)]
    [InlineData("one day", "{0} days", "ru", "{0} день|{0} дней", false)]
    [InlineData("one day", "{0} days", "kk", "бір күн|{0} күн", true)]
    [InlineData("Day", null, "ru", "", false)]
    public void A_translation_keeps_the_places_and_has_the_language_s_forms(string key, string? plural, string culture, string forms, bool isGood)
    {
        var entry = new PoEntry(key, plural, forms.Split('|'), "x.po", 1);

        Assert.Equal(isGood, ProblemOf(new(key, plural, "Modules/X", "x.cs:1"), entry, culture) is null);
    }

    private static IEnumerable<PoEntry> Entries(string culture) =>
        from path in Directory.EnumerateFiles(Path.Combine(SourceTexts.Root, "Modules"), $"{culture}.po", SearchOption.AllDirectories)
        let file = Path.GetRelativePath(SourceTexts.Root, path).Replace('\\', '/')
        where file.Split('/') is [_, _, "Localization", _]
        orderby file
        from entry in PoFile.Read(File.ReadAllText(path), file)
        select entry;

    private static string? ProblemOf(SourceText source, PoEntry? entry, string culture)
    {
        if (entry is not { IsTranslated: true }) return "not translated";
        if (entry.PluralKey != source.Plural && source.Plural is not null) return $"msgid_plural is '{entry.PluralKey}'";
        var forms = entry.PluralKey is null ? 1 : Plurals.Count(culture);
        if (entry.Forms.Count != forms) return $"{entry.Forms.Count} forms instead of {forms}";

        var wrong = entry.Forms.Where((form, i) => !KeepsPlaces(source, form, mayBeOne: forms == 2 && i == 0));
        return wrong.Select(form => $"other {{places}} in '{form}'").FirstOrDefault();
    }

    // "one" is only ever 1 in Kazakh, so it may say so in words; in Russian it is 21 as well.
    private static bool KeepsPlaces(SourceText source, string form, bool mayBeOne) =>
        Places(form).SetEquals(Places(source.Plural ?? source.Key)) || (mayBeOne && Places(form).SetEquals(Places(source.Key)));

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(m => m.Groups[1].Value)];

    private static string Stub(SourceText source, string culture, string problem)
    {
        var context = source.Key.IndexOf(PoFile.ContextEnd);
        List<string> lines = [$"#. {problem}", $"#: {source.Place}"];
        if (context >= 0) lines.Add($"msgctxt {CodeArguments.Quote(source.Key[..context])}");
        lines.Add($"msgid {CodeArguments.Quote(source.Key[(context + 1)..])}");
        if (source.Plural is not null) lines.Add($"msgid_plural {CodeArguments.Quote(source.Plural)}");
        lines.AddRange(source.Plural is null ? ["msgstr \"\""] : Enumerable.Range(0, Plurals.Count(culture)).Select(i => $"msgstr[{i}] \"\""));
        return string.Join('\n', lines) + '\n';
    }

    [GeneratedRegex(@"\{(\d+)[^}]*\}")]
    private static partial Regex Place();
}
