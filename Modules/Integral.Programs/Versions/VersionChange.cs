using Integral.Platform.Sheets;
using Integral.Programs.Competencies;
using Integral.Ui;

namespace Integral.Programs.Versions;

/// <summary>Something that two versions of a programme differ in.</summary>
/// <param name="Name">What it is called, in the reader's language.</param>
internal sealed record VersionChange(string Name, string Before, string After)
{
    public IReadOnlyList<Stretch> Text => Stretch.Between(Before, After);

    /// <param name="former">Null before the first version: all that is written is new.</param>
    public static IReadOnlyList<VersionChange> Between(KeptProgramme? former, KeptProgramme now, Texts texts)
    {
        var (was, said) = (former is null ? [] : Told(former, texts), Told(now, texts));
        var changes = said.Keys.Concat(was.Keys).Distinct().Select(name => new VersionChange(name, was.GetValueOrDefault(name, ""), said.GetValueOrDefault(name, ""))).Where(c => c.Before != c.After).ToList();
        if (former is not null && OrderOf(former, now, texts) is { } order) changes.Add(order);
        return changes;
    }

    private static Dictionary<string, string> Told(KeptProgramme kept, Texts texts)
    {
        var (words, told) = (kept.Words, new Dictionary<string, string>());
        told[texts["Name of the programme"]] = words.Name;
        told[texts["In one or two sentences"]] = words.Summary;
        told[texts["Academic hours"]] = $"{words.Hours}";
        told[texts["How one learns"]] = texts.Say(words.Form.Word());
        told[texts["For whom"]] = words.Audience;
        told[texts["Category of learners"]] = kept.Category.Length > 0 ? kept.Category : texts["Everybody"];
        told[texts["What is given at the end"]] = words.Document;
        told[texts["Goals"]] = words.Goals;
        told[texts["What one can do afterwards"]] = words.Results;
        told[texts["Competencies"]] = string.Join('\n', words.Competencies.Where(c => kept.Called.ContainsKey(c.Competency)).Select(c => BuiltCompetencies.InWords(kept.Called[c.Competency], c.Level, texts)).Order(StringComparer.Ordinal));
        told[texts["About the programme"]] = words.Text;
        foreach (var module in kept.Modules.GroupBy(m => m.Words.Title)) told[texts["Module: {0}", module.Key]] = string.Join("\n\n", module.Select(m => Told(m.Words, texts)));
        return told;
    }

    private static string Told(ModuleWords words, Texts texts)
    {
        (string Name, string Text)[] parts =
        [
            (texts["Lectures"], $"{words.Hours.Lectures}"), (texts["Practice"], $"{words.Hours.Practice}"), (texts["By oneself"], $"{words.Hours.SelfStudy}"), (texts["Test or exam"], $"{words.Hours.Assessment}"),
            (texts["Goals"], words.Goals), (texts["What is taught"], words.Contents), (texts["Who teaches"], words.Lecturers), (texts["What is needed to teach it"], words.Resources),
        ];
        return string.Join('\n', parts.Where(p => p.Text is not "" and not "0").Select(p => $"{p.Name}: {p.Text}"));
    }

    // Modules that came or went are told by themselves: here only where the same ones stand otherwise.
    private static VersionChange? OrderOf(KeptProgramme former, KeptProgramme now, Texts texts)
    {
        var (was, said) = (Titles(former), Titles(now));
        return was.SequenceEqual(said) || !was.Order(StringComparer.Ordinal).SequenceEqual(said.Order(StringComparer.Ordinal)) ? null : new(texts["Order of the modules"], Lines(was), Lines(said));

        static List<string> Titles(KeptProgramme kept) => [.. kept.Modules.Select(m => m.Words.Title)];
        static string Lines(List<string> titles) => string.Join('\n', titles.Select((title, at) => $"{at + 1}. {title}"));
    }
}
