using System.Text.Json.Serialization;
using Integral.Workflows.Contracts;

namespace Integral.Applications.Forms;

/// <summary>What is asked of whoever applies, beside their name and how they can be reached, and to what they agree. Data: nobody programs for it.</summary>
/// <param name="Fields">In their order.</param>
internal sealed record AskedForm(IReadOnlyList<AskedField> Fields)
{
    public const int MostFields = 40, LongestForm = 200_000;

    /// <summary>Nothing more is asked, and the common words are agreed to.</summary>
    public static AskedForm None { get; } = new([]);

    /// <summary>By whose law the institution works: of the texts below those for it are shown.</summary>
    public ConsentCountry Country { get; init; }
    public IReadOnlyList<ConsentText> Consents { get; init; } = [];

    /// <summary>Rises when the words change; kept with each application. 0 where only the common words were ever agreed to.</summary>
    public int ConsentVersion { get; init; }

    [JsonIgnore]
    public bool AsksForFiles => Fields.Any(f => f.Kind == AskedKind.File);

    /// <summary>As it is asked of people on a list: a table holds no files, and those that are missing are asked for afterwards.</summary>
    public AskedForm WithoutFiles() => AsksForFiles ? this with { Fields = [.. Fields.Where(f => f.Kind != AskedKind.File)] } : this;

    public AskedField? Find(string name) => Fields.FirstOrDefault(f => f.Name == name);

    /// <summary>The institution's own words, in that language, else in its own, else in any; null where it has written none.</summary>
    public string? ConsentIn(string culture, string own) =>
        Consents.Where(c => c.Country == Country).ToDictionary(c => c.Culture, c => c.Text).In(culture, own) is { Length: > 0 } text ? text : null;

    /// <summary>The same without what is empty or not asked.</summary>
    public AskedForm Tidied() => this with
    {
        Fields = [.. Fields.Select(f => f.Tidied())],
        Consents = [.. Consents.Where(c => !string.IsNullOrWhiteSpace(c.Text)).Select(c => c with { Text = c.Text.Trim().ReplaceLineEndings("\n") }).OrderBy(c => c.Country).ThenBy(c => c.Culture, StringComparer.Ordinal)],
    };

    public bool AgreesWith(AskedForm other) => Country == other.Country && Consents.SequenceEqual(other.Consents);

    /// <exception cref="RuleException">It can't be so.</exception>
    public void Check()
    {
        Rule.Require(Fields.Count <= MostFields, T.Say("There are at most {0} questions.", MostFields));
        var earlier = new List<string>();
        foreach (var (number, field) in Fields.Index())
        {
            field.Check(earlier, $"Fields[{number}]");
            if (field.When is not null) CheckChosen(field.When, $"Fields[{number}].When");
            earlier.Add(field.Name);
        }
        Rule.Require(Enum.IsDefined(Country) && Consents.All(c => Enum.IsDefined(c.Country)), "There is no such country.", "Country");
        Rule.Require(Consents.DistinctBy(c => (c.Country, c.Culture)).Count() == Consents.Count, "A consent has one text for a country and a language.", "Consents");
        foreach (var consent in Consents) new Dictionary<string, string> { [consent.Culture] = consent.Text }.Check(ConsentText.Longest, "Consents");
    }

    // What can't be chosen is never the answer: such a question would never be asked.
    private void CheckChosen(Condition when, string place)
    {
        foreach (var leaf in when.Leaves.Where(l => l.Is is Comparison.Equal or Comparison.NotEqual))
            if (Find(leaf.Field) is { HasChoices: true } asked) Rule.Require(asked.Choices.Any(c => c.Name == leaf.Value), T.Say("'{0}' isn't one of the answers that can be chosen.", $"{leaf.Value}"), place);
            else if (Find(leaf.Field) is { Kind: AskedKind.YesNo }) Rule.Require(leaf.Value is "true" or "false", "Say yes or no.", place);
    }
}
