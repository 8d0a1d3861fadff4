using Integral.Applications.Forms;
using Integral.Workflows.Contracts;

namespace Integral.Applications.Pages.Admin.Applications;

/// <summary>A form as it stands in its editor.</summary>
internal sealed class WrittenForm
{
    /// <summary>The version that was opened; 0 where there was no form of its own.</summary>
    public int Version { get; set; }
    [Display(Name = "By whose law you ask")] public ConsentCountry Country { get; set; }

    /// <summary>The words for each country and language, empty where there are none.</summary>
    public List<WrittenConsent> Consents { get; set; } = [];
    public List<WrittenQuestion> Fields { get; set; } = [];

    public static WrittenForm Of(FoundForm found, IReadOnlyList<string> cultures) => new()
    {
        Version = found.Version, Country = found.Asked.Country,
        Consents = [.. from country in Enum.GetValues<ConsentCountry>() from culture in cultures
                       select new WrittenConsent { Country = country, Culture = culture, Text = found.Asked.Consents.FirstOrDefault(c => c.Country == country && c.Culture == culture)?.Text }],
        Fields = [.. found.Asked.Fields.Select((f, number) => WrittenQuestion.Of(f, number, found.Asked, cultures))],
    };

    /// <param name="before">What is asked until now: a condition that lines can't show, and names of answers to choose from, stay as they are there.</param>
    /// <param name="cultures">The institution's own language first.</param>
    public AskedForm Wanted(AskedForm before, IReadOnlyList<string> cultures)
    {
        var fields = new List<AskedField>();
        foreach (var field in Fields) fields.Add(field.Wanted(before.Find($"{field.Name}"), fields, cultures));
        return new(fields) { Country = Country, Consents = [.. Consents.Where(c => !string.IsNullOrWhiteSpace(c.Text)).Select(c => new ConsentText(c.Country, $"{c.Culture}", c.Text!))] };
    }
}

internal sealed class WrittenConsent
{
    public ConsentCountry Country { get; set; }
    [StringLength(2)] public string? Culture { get; set; }
    [StringLength(ConsentText.Longest)] public string? Text { get; set; }
}

internal sealed class WrittenQuestion
{
    private const char Between = '|';

    /// <summary>Tells it from the others while they are moved about.</summary>
    public int Key { get; set; }
    [Display(Name = "Name for programs and tables", Description = "Small Latin letters, digits and underscores. It stays when the words change."), StringLength(AskedField.LongestName)] public string? Name { get; set; }
    [Display(Name = "How it is answered")] public AskedKind Kind { get; set; }

    /// <summary>By language.</summary>
    public Dictionary<string, string?> Label { get; set; } = [];

    /// <summary>By language.</summary>
    public Dictionary<string, string?> Hint { get; set; } = [];
    [Display(Name = "Nobody applies without an answer")] public bool IsRequired { get; set; }

    /// <summary>One a line, in several languages with | between them.</summary>
    [StringLength(50_000)] public string? Choices { get; set; }

    /// <summary>Of the question on which it depends; null where it is always asked.</summary>
    [StringLength(AskedField.LongestName)] public string? WhenField { get; set; }
    [Display(Name = "How it is compared")] public Comparison WhenIs { get; set; }
    [Display(Name = "With what", Description = "The words of an answer that can be chosen; yes or no; a number; a day like 2026-09-01."), StringLength(AskedField.LongestLabel)] public string? WhenValue { get; set; }

    public static WrittenQuestion Of(AskedField field, int key, AskedForm form, IReadOnlyList<string> cultures) => new()
    {
        Key = key, Name = field.Name, Kind = field.Kind, Label = field.Label.ToDictionary(l => l.Key, l => (string?)l.Value), Hint = field.Hint.ToDictionary(l => l.Key, l => (string?)l.Value), IsRequired = field.IsRequired,
        Choices = string.Join('\n', field.Choices.Select(c => Line(c, cultures))), WhenField = IsDeep(field.When) ? null : field.When?.Field, WhenIs = field.When?.Is ?? Comparison.Equal,
        WhenValue = field.When?.Value is { } value && form.Find(field.When.Field) is { } asked ? WordOf(asked, value, cultures) : null,
    };

    /// <summary>Lines can't show it.</summary>
    public static bool IsDeep(Condition? when) => when is not null && when.All.Count + when.Any.Count > 0;

    public AskedField Wanted(AskedField? before, IReadOnlyList<AskedField> earlier, IReadOnlyList<string> cultures) => new($"{Name}".Trim(), Kind, Said(Label))
    {
        Hint = Said(Hint), IsRequired = IsRequired, Choices = Kind is AskedKind.One or AskedKind.Several ? Chosen(before, cultures) : [],
        When = IsDeep(before?.When) ? before!.When : string.IsNullOrEmpty(WhenField) ? null
            : new(WhenField, WhenIs, WhenIs is Comparison.IsEmpty or Comparison.IsSaid || string.IsNullOrWhiteSpace(WhenValue) ? null : ValueOf(earlier.FirstOrDefault(f => f.Name == WhenField), WhenValue.Trim())),
    };

    private static Dictionary<string, string> Said(Dictionary<string, string?> words) => words.Where(w => !string.IsNullOrWhiteSpace(w.Value)).ToDictionary(w => w.Key, w => w.Value!);

    private static string Line(AskedChoice choice, IReadOnlyList<string> cultures) => string.Join($" {Between} ", cultures.Select(c => choice.Label.GetValueOrDefault(c) ?? "")).TrimEnd(' ', Between);

    // An answer keeps its name as long as its words in one language stay, or else its place: then its words were corrected.
    private List<AskedChoice> Chosen(AskedField? before, IReadOnlyList<string> cultures)
    {
        var labels = $"{Choices}".Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => cultures.Zip(line.Split(Between, StringSplitOptions.TrimEntries)).Where(w => w.Second.Length > 0).ToDictionary(w => w.First, w => w.Second)).Where(l => l.Count > 0).ToList();
        var names = labels.Select(l => before?.Choices.FirstOrDefault(c => c.Label.Any(w => l.GetValueOrDefault(w.Key) == w.Value))?.Name).ToArray();
        for (var i = 0; i < names.Length; i++)
        {
            if (names[i] is { } known && Array.IndexOf(names, known) == i) continue;
            var there = before?.Choices.ElementAtOrDefault(i)?.Name;
            names[i] = there is not null && !names.Contains(there) ? there : Free(names, before);
        }
        return [.. labels.Zip(names, (label, name) => new AskedChoice(name!, label))];
    }

    private static string Free(string?[] names, AskedField? before)
    {
        for (var n = 1; ; n++)
            if ($"answer_{n}" is var name && !names.Contains(name) && before?.Choices.Any(c => c.Name == name) != true) return name;
    }

    private static string WordOf(AskedField asked, string value, IReadOnlyList<string> cultures) =>
        asked.Choices.FirstOrDefault(c => c.Name == value)?.Label.In(cultures[0], cultures[0]) ?? value;

    private static string ValueOf(AskedField? asked, string word) => asked?.Kind == AskedKind.YesNo
        ? ListAnswers.YesOrNo(word) ?? word
        : asked?.Choices.FirstOrDefault(c => c.Name == word || c.Label.Values.Contains(word, StringComparer.OrdinalIgnoreCase))?.Name ?? word;
}
