using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Integral.Workflows.Contracts;

namespace Integral.Applications.Forms;

/// <summary>An answer that can be chosen.</summary>
/// <param name="Name">By which it is kept and named by programs.</param>
/// <param name="Label">By language.</param>
internal sealed record AskedChoice(string Name, IReadOnlyDictionary<string, string> Label);

/// <summary>A question of a form, as data.</summary>
/// <param name="Name">By which answers, conditions and programs name it. What is asked anew under a name that was there is the same question.</param>
/// <param name="Label">The question, by language.</param>
internal sealed partial record AskedField(string Name, AskedKind Kind, IReadOnlyDictionary<string, string> Label)
{
    public const int LongestName = 40, LongestLabel = 200, LongestHint = 500, MostChoices = 50, MostConditions = 10;

    /// <summary>A sentence below the question, by language.</summary>
    public IReadOnlyDictionary<string, string> Hint { get; init; } = Worded.Nothing;
    public bool IsRequired { get; init; }
    public IReadOnlyList<AskedChoice> Choices { get; init; } = [];

    /// <summary>It is asked only where this holds of the answers before it; null where it always is.</summary>
    public Condition? When { get; init; }

    [JsonIgnore]
    public bool HasChoices => Kind is AskedKind.One or AskedKind.Several;

    public static bool IsName(string name) => Plain().IsMatch(name);

    public AskedField Tidied() => this with
    {
        Label = Label.Tidied(), Hint = Hint.Tidied(), Choices = HasChoices ? [.. Choices.Select(c => c with { Label = c.Label.Tidied() })] : [],
    };

    /// <param name="earlier">Names of the questions before it.</param>
    /// <param name="place">Of it in the form, for whoever is told what is wrong.</param>
    /// <exception cref="RuleException">It can't be so.</exception>
    public void Check(IReadOnlyCollection<string> earlier, string place)
    {
        Rule.Require(Enum.IsDefined(Kind), "There is no such kind of question.", $"{place}.Kind");
        Rule.Require(IsName(Name), T.Say("The name of a question has from 1 to {0} small Latin letters, digits and underscores, and begins with a letter: '{1}' hasn't.", LongestName, Name), $"{place}.Name");
        Rule.Require(!earlier.Contains(Name), T.Say("Two questions are named '{0}'.", Name), $"{place}.Name");
        Rule.Require(Label.Count > 0, "Write the question in one language at least.", $"{place}.Label");
        Label.Check(LongestLabel, $"{place}.Label");
        Hint.Check(LongestHint, $"{place}.Hint");
        if (HasChoices) CheckChoices($"{place}.Choices");
        if (When is not null) CheckCondition(When, earlier, $"{place}.When");
    }

    private void CheckChoices(string place)
    {
        Rule.Require(Choices.Count is >= 2 and <= MostChoices, T.Say("From 2 to {0} answers can be chosen from.", MostChoices), place);
        Rule.Require(Choices.All(c => IsName(c.Name) && c.Label.Count > 0), "Each answer that can be chosen has a name and words.", place);
        Rule.Require(Choices.DistinctBy(c => c.Name).Count() == Choices.Count, "Two answers that can be chosen are named alike.", place);
        foreach (var choice in Choices) choice.Label.Check(LongestLabel, place);
    }

    // Only what stands before can be asked about: so nothing depends on itself.
    private static void CheckCondition(Condition when, IReadOnlyCollection<string> earlier, string place)
    {
        var leaves = when.Leaves.ToList();
        Rule.Require(leaves.Count <= MostConditions && leaves.TrueForAll(l => Enum.IsDefined(l.Is) && (l.Value?.Length ?? 0) <= LongestLabel), "A condition names a field, how it is compared, and a value.", place);
        var other = leaves.Find(l => !earlier.Contains(l.Field));
        Rule.Require(other is null, T.Say("'{0}' isn't asked before this question.", $"{other?.Field}"), place);
    }

    [GeneratedRegex(@"\A[a-z][a-z0-9_]{0,39}\z")]
    private static partial Regex Plain();
}
