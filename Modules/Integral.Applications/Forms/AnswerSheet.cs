using System.Text.Json.Nodes;
using Integral.Applications.Papers;

namespace Integral.Applications.Forms;

/// <summary>What is wrong with an answer.</summary>
/// <param name="Name">Of the question.</param>
internal sealed record AnswerFault(string Name, Sentence What)
{
    public RuleException ToException() => new(What, $"Answers.{Name}");
}

/// <summary>
/// Answers laid beside the questions: which are asked after these answers, what is kept, and all that is wrong. One check for the screen, programs, recipes and lists.
/// </summary>
internal sealed class AnswerSheet
{
    /// <summary>Of all answers together.</summary>
    public const int LongestAnswers = 20_000, LongestKept = 200_000;

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Nothing { get; } = new Dictionary<string, IReadOnlyList<string>>();

    private readonly List<AskedField> shown = [];
    private readonly List<KeptAnswer> kept = [];
    private readonly List<AnswerFault> faults = [];
    private readonly JsonObject facts = [];

    /// <param name="form">The questions.</param>
    /// <param name="said">The answers by the names of the questions; what is empty isn't said.</param>
    /// <param name="culture">The applicant's language.</param>
    /// <param name="own">The institution's.</param>
    /// <param name="papers">What was sent beside the answers.</param>
    public AnswerSheet(AskedForm form, IReadOnlyDictionary<string, IReadOnlyList<string>> said, string culture, string own, IReadOnlyList<Paper>? papers = null)
    {
        foreach (var name in said.Keys.Where(n => form.Find(n) is null)) faults.Add(new(name, T.Say("There is no question '{0}' here.", name)));
        foreach (var field in form.Fields) Lay(field, [.. (said.GetValueOrDefault(field.Name) ?? []).Select(v => v.Trim().ReplaceLineEndings("\n")).Where(v => v.Length > 0).Distinct()], [.. (papers ?? []).Where(p => p.Field == field.Name)], culture, own);
        if (kept.Sum(k => k.Values.Concat(k.Words ?? []).Sum(v => v.Length)) > LongestAnswers) faults.Add(new(kept[^1].Name, T.Say("All answers together have more than {0} characters. Say it in short.", LongestAnswers)));
    }

    /// <summary>Those that are asked after these answers.</summary>
    public IReadOnlyList<AskedField> Shown => shown;

    /// <summary>What stands in the application; of use only without faults.</summary>
    public IReadOnlyList<KeptAnswer> Kept => kept;
    public IReadOnlyList<AnswerFault> Faults => faults;

    // Files come by themselves, before the answers.
    private void LayFiles(AskedField field, IReadOnlyList<string> said, IReadOnlyList<Paper> papers, string label)
    {
        if (said.Count > 0) faults.Add(new(field.Name, T.Say("A file is sent by itself, not among the answers.")));
        else if (papers.Count == 0 && field.IsRequired) faults.Add(new(field.Name, T.Say("Choose a file.")));
        else if (papers.Count > 0) kept.Add(new(field.Name, field.Kind, label, [.. papers.Select(p => $"{p.Id}")], [.. papers.Select(p => p.Name)]));
        if (papers.Count > 0) facts[field.Name] = papers[0].Name;
    }

    private void Lay(AskedField field, IReadOnlyList<string> said, IReadOnlyList<Paper> papers, string culture, string own)
    {
        if (field.When?.Holds(facts) == false)
        {
            if (said.Count > 0) faults.Add(new(field.Name, T.Say("This isn't asked after the other answers: leave it empty.")));
            return;
        }
        shown.Add(field);
        if (field.Kind == AskedKind.File)
        {
            LayFiles(field, said, papers, field.Label.In(culture, own));
            return;
        }
        if (said.Count == 0)
        {
            if (field.IsRequired) faults.Add(new(field.Name, T.Say("Answer this question.")));
            return;
        }
        var (values, fault) = AnswerReading.Of(field, said);
        // What can't be right is compared as it stands there: the questions that follow stay in sight while it is corrected.
        facts[field.Name] = values.Count == 1 ? values[0] : new JsonArray([.. values.Select(v => JsonValue.Create(v))]);
        if (fault is not null) faults.Add(new(field.Name, fault));
        else kept.Add(new(field.Name, field.Kind, field.Label.In(culture, own), values, field.HasChoices ? [.. values.Select(v => field.Choices.First(c => c.Name == v).Label.In(culture, own))] : null));
    }
}
