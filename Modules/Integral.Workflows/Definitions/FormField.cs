using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Integral.Workflows.Activities;
using Integral.Workflows.Contracts;

namespace Integral.Workflows.Definitions;

/// <summary>A question to whoever decides, as data.</summary>
/// <param name="Name">By which conditions and programs name the answer: <c>form.hours</c>.</param>
/// <param name="Label">The question: the English source of a translated text, or the institution's own words.</param>
internal sealed partial record FormField(string Name, string Label, FormFieldKind Kind)
{
    public const int Most = 10, MostChoices = 30, LongestText = 500, LongestLongText = 2000;

    /// <summary>What conditions begin with that ask about answers.</summary>
    public const string Facts = "form";

    private const int LongestLabel = 200;

    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>The decisions that can't be made without it.</summary>
    public IReadOnlyList<string> RequiredFor { get; init; } = [];

    [JsonIgnore]
    public string Fact => $"{Facts}.{Name}";

    /// <summary>Those of a step. What is no question is left out; what isn't said well is for <see cref="Fault(JsonObject, IReadOnlyList{string})"/>.</summary>
    public static IReadOnlyList<FormField> Read(JsonObject said) => [.. (said[UserTask.Form] as JsonArray ?? []).OfType<JsonObject>().Select(f =>
        new FormField($"{f[nameof(Name)]}".Trim(), $"{f[nameof(Label)]}".Trim(), Enum.TryParse<FormFieldKind>($"{f[nameof(Kind)]}", ignoreCase: true, out var kind) ? kind : (FormFieldKind)(-1))
        {
            Choices = Node.Texts(f, nameof(Choices)), RequiredFor = Node.Texts(f, nameof(RequiredFor)),
        })];

    /// <summary>Those of a whole workflow, for its conditions.</summary>
    public static IEnumerable<FormField> AllOf(Graph graph) => graph.Nodes.SelectMany(n => Read(n.Said)).DistinctBy(f => f.Name);

    public JsonObject ToJson()
    {
        var one = new JsonObject { [nameof(Name)] = Name, [nameof(Label)] = Label, [nameof(Kind)] = $"{Kind}" };
        if (Choices.Count > 0) one[nameof(Choices)] = new JsonArray([.. Choices.Select(c => (JsonNode?)c)]);
        if (RequiredFor.Count > 0) one[nameof(RequiredFor)] = new JsonArray([.. RequiredFor.Select(o => (JsonNode?)o)]);
        return one;
    }

    /// <returns>What is wrong with the questions of a step; null where nothing is.</returns>
    public static Sentence? Fault(JsonObject said, IReadOnlyList<string> actions)
    {
        if (said[UserTask.Form] is not { } form) return null;
        if (form is not JsonArray all || all.Any(f => f is not JsonObject)) return T.Say("What is asked is a list of questions.");
        var fields = Read(said);
        if (fields.Count > Most) return T.Say("At most {0} questions are asked at a step.", Most);
        if (fields.FirstOrDefault(f => !Plain().IsMatch(f.Name)) is { } unnamed) return T.Say("The name of a question has small Latin letters, digits and underscores and begins with a letter: '{0}' hasn't.", unnamed.Name);
        if (fields.GroupBy(f => f.Name).FirstOrDefault(g => g.Count() > 1) is { } doubled) return T.Say("Two questions are named '{0}'.", doubled.Key);
        return fields.Select(f => f.Fault(actions)).FirstOrDefault(f => f is not null);
    }

    private Sentence? Fault(IReadOnlyList<string> actions)
    {
        if (Label.Length is 0 or > LongestLabel) return T.Say("A question has from 1 to {0} characters.", LongestLabel);
        if (!Enum.IsDefined(Kind)) return T.Say("'{0}': there is no such kind of question.", new Sentence(Label));
        if (Kind == FormFieldKind.Choice && (Choices.Count is < 2 or > MostChoices || Choices.Distinct().Count() < Choices.Count || Choices.Any(c => c.Length > LongestLabel))) return T.Say("'{0}': from 2 to {1} different answers can be chosen from.", new Sentence(Label), MostChoices);
        return RequiredFor.Except(actions).FirstOrDefault() is { } unknown ? T.Say("This step doesn't end in '{0}'.", unknown) : null;
    }

    /// <summary>Reads what was answered, as it is kept.</summary>
    /// <param name="fields">That were asked.</param>
    /// <param name="said">By name; null where nobody was shown the questions.</param>
    /// <param name="outcome">What is decided.</param>
    /// <exception cref="RuleException">Something is missing, isn't asked, or can't be an answer.</exception>
    public static IReadOnlyList<CaseAnswer> Answered(IReadOnlyList<FormField> fields, IReadOnlyDictionary<string, string?>? said, string outcome)
    {
        Rule.Require(said is not null || !fields.Any(f => f.RequiredFor.Contains(outcome)), "This decision asks questions: open it and answer them there.");
        var other = said?.Keys.FirstOrDefault(name => fields.All(f => f.Name != name));
        Rule.Require(other is null, T.Say("'{0}' isn't asked here.", $"{other}"), $"Answers.{other}");
        return [.. fields.Select(f => f.Answer($"{said?.GetValueOrDefault(f.Name)}".Trim(), outcome)).OfType<CaseAnswer>()];
    }

    private CaseAnswer? Answer(string value, string outcome)
    {
        var place = $"Answers.{Name}";
        if (value.Length == 0)
        {
            Rule.Require(!RequiredFor.Contains(outcome), T.Say("'{0}' has to be answered for this decision.", new Sentence(Label)), place);
            return null;
        }
        var kept = Kind switch
        {
            // Three of our four languages write 18,5.
            FormFieldKind.Number => decimal.TryParse(value.Replace(',', '.'), Condition.Number, CultureInfo.InvariantCulture, out var number) ? number.ToString(CultureInfo.InvariantCulture) : null,
            FormFieldKind.Day => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? value : null,
            FormFieldKind.YesNo => value is "true" or "false" ? value : null,
            FormFieldKind.Choice => Choices.Contains(value) ? value : null,
            FormFieldKind.LongText => value.Length <= LongestLongText ? value : null,
            _ => value.Length <= LongestText ? value : null,
        };
        return kept is null ? throw new RuleException(T.Say("'{0}': this can't be the answer.", new Sentence(Label)), place) : new CaseAnswer(Name, Label, Kind, kept);
    }

    [GeneratedRegex(@"\A[a-z][a-z0-9_]{0,39}\z")]
    private static partial Regex Plain();
}
