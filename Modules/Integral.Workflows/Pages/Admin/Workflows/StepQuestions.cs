using System.Globalization;
using System.Text.Json.Nodes;
using Integral.Ui;
using Integral.Workflows.Contracts;
using Integral.Workflows.Definitions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.Workflows.Pages.Admin.Workflows;

/// <summary>What is asked together of a step.</summary>
/// <param name="GivesOutcomes">What follows is asked anew when it changes.</param>
internal sealed record AskedSetting(IReadOnlyList<FieldInput> Inputs, bool GivesOutcomes = false)
{
    /// <summary>In place of a question.</summary>
    public string? Note { get; init; }
}

/// <summary>What can be named in a workflow's steps.</summary>
/// <param name="Facts">About which conditions can ask; nothing where it isn't known what the workflow's cases are about.</param>
/// <param name="Signals">For which a case can wait.</param>
/// <param name="Names">Of the institution's people, groups and workflows.</param>
internal sealed record FlowWords(IReadOnlyList<SaidWord> Facts, IReadOnlyList<SaidWord> Signals, OfferedNames Names);

/// <summary>Asks what the activities declare as their settings. Words are shown in the reader's language; what is kept is their source.</summary>
internal sealed class StepQuestions(RoleBook roles, Current current, Texts texts)
{
    /// <param name="activity">Of the step.</param>
    /// <param name="said">What is said so far.</param>
    /// <param name="prefix">Of the names of the controls.</param>
    /// <param name="words">What it can name.</param>
    public IEnumerable<AskedSetting> Ask(Activity activity, JsonObject said, string prefix, FlowWords words) => activity.Settings.SelectMany(s => s.Kind switch
    {
        SettingKind.Condition => Condition(s, said[s.Name], $"{prefix}.{s.Name}", words.Facts),
        SettingKind.Form => FormQuestions.Ask(said, $"{prefix}.{s.Name}", activity.Outcomes(said), texts),
        _ => [new([One(s, said, $"{prefix}.{s.Name}", activity, words)], s.GivesOutcomes)],
    }).Where(a => a.Inputs is not [{ IsMany: true, Items.Count: 0 }]);      // there is nothing to choose from

    private FieldInput One(ActivitySetting setting, JsonObject said, string name, Activity activity, FlowWords words)
    {
        var (value, hint) = (said[setting.Name], setting.Hint is { } told ? texts.Say(told) : null);
        var input = new FieldInput(name, texts.Say(setting.Title), "text") { Hint = hint, MaxLength = 200, Value = value is null ? null : $"{value}" };
        IReadOnlyList<string> chosen = value is JsonArray ? Node.Texts(said, setting.Name) : value is null ? [] : [$"{value}"];
        return setting.Kind switch
        {
            SettingKind.Text => input with { Value = value is null ? null : texts[$"{value}"] },
            SettingKind.Lines => input with { Kind = "textarea", Rows = 4, MaxLength = 10_000, Value = string.Join('\n', chosen.Select(c => texts[c])) },
            SettingKind.Number => input with { Kind = "number" },
            SettingKind.Day => input with { Kind = "date" },
            SettingKind.Flag => input with { Kind = "checkbox", Value = $"{value}".ToLowerInvariant() },
            SettingKind.Choice => Select(input, setting.Choices, chosen),
            SettingKind.Workflow => Select(input, words.Names.Workflows, chosen),
            SettingKind.Signal when words.Signals.Count > 0 => Select(input, words.Signals, chosen),
            SettingKind.People => Some(input, Items(words.Names.People), chosen),
            SettingKind.Groups => Some(input, Items(words.Names.Groups), chosen),
            SettingKind.Roles => Some(input, roles.RolesOf(current.Tenant).Select(r => new SelectListItem(texts[r.Title], r.Name)), chosen),
            SettingKind.Outcomes => Some(input, activity.Outcomes(said).Select(o => new SelectListItem(texts[o], o)), chosen),
            _ => input,
        };
    }

    // What is said and isn't offered is offered too: it is there, and somebody must be able to see it and take it out.
    private static FieldInput Some(FieldInput input, IEnumerable<SelectListItem> offered, IReadOnlyList<string> chosen)
    {
        var items = offered.ToList();
        return input with { Kind = "choice", IsMany = true, Chosen = chosen, Items = [.. items, .. chosen.Where(c => items.TrueForAll(i => i.Value != c)).Select(c => new SelectListItem(c, c))] };
    }

    private FieldInput Select(FieldInput input, IReadOnlyList<SaidWord> words, IReadOnlyList<string> chosen) =>
        input with { Kind = "select", Chosen = chosen, Items = [.. Items(words), .. chosen.Where(c => words.All(w => w.Name != c)).Select(c => new SelectListItem(c, c))] };

    private IEnumerable<SelectListItem> Items(IReadOnlyList<SaidWord> words) => words.Select(w => new SelectListItem(texts.Say(w.Title), w.Name));

    private IEnumerable<AskedSetting> Condition(ActivitySetting setting, JsonNode? said, string name, IReadOnlyList<SaidWord> facts)
    {
        if (ConditionRows.Of(said) is not { } condition)
        {
            yield return new([]) { Note = texts["{0}: it is nested deeper than can be shown here, and stays as it is.", texts.Say(setting.Title)] };
            yield break;
        }
        var shown = Math.Min(condition.Rows.Count + 1, ConditionRows.Most);
        if (shown > 2) yield return new([Select(new($"{name}.Any", texts["When there are several conditions"], "select"), [new("false", T.Say("all must hold")), new("true", T.Say("one is enough"))], [condition.IsAny ? "true" : "false"])]);
        for (var i = 0; i < shown; i++)
        {
            var (row, at, number) = (condition.Rows.ElementAtOrDefault(i), $"{name}[{i}]", i + 1);
            var field = new FieldInput($"{at}.Field", texts["Condition {0}: what is asked", number], "text") { MaxLength = 100, Value = row?.Field };
            yield return new([
                facts.Count > 0 ? Select(field, facts, row is null ? [] : [row.Field]) : field,
                Select(new($"{at}.Is", texts["Condition {0}: how it is compared", number], "select"), Contracts.Condition.Comparisons, [$"{row?.Is ?? Comparison.Equal}"]),
                new($"{at}.Value", texts["Condition {0}: with what", number], "text") { MaxLength = 200, Value = row?.Value },
            ]);
        }
    }

    /// <summary>Writes the answers into the step's properties. What says the same as before stays as it was written.</summary>
    /// <param name="activity">Of the step.</param>
    /// <param name="properties">Of the step.</param>
    /// <param name="sent">The form.</param>
    /// <param name="prefix">Of the names of the controls.</param>
    /// <param name="source">The source of a word that was shown translated.</param>
    public static void Take(Activity activity, JsonObject properties, IFormCollection sent, string prefix, Func<string, string> source)
    {
        foreach (var setting in activity.Settings)
        {
            var (name, before) = ($"{prefix}.{setting.Name}", properties[setting.Name]);
            if (setting.Kind == SettingKind.Form) Put(properties, setting.Name, FormQuestions.Take(properties, sent, name, source));
            else if (setting.Kind == SettingKind.Condition) Put(properties, setting.Name, TakeCondition(before, sent, name));
            else if (Typed(setting.Kind, [.. sent[name].OfType<string>()], properties, setting.Name, source) is var after && Said(before, setting.Kind) != Said(after, setting.Kind)) Put(properties, setting.Name, after);
        }
    }

    private static void Put(JsonObject properties, string name, JsonNode? value)
    {
        if (ReferenceEquals(properties[name], value)) return;
        if (value is null) properties.Remove(name);
        else properties[name] = value;
    }

    private static JsonNode? Typed(SettingKind kind, List<string> said, JsonObject properties, string name, Func<string, string> source)
    {
        var one = said.Find(s => s.Length > 0)?.Trim() ?? "";
        return kind switch
        {
            SettingKind.Lines => List(one.Split('\n').Select(l => source(l.Trim())).Where(l => l.Length > 0).Distinct()),
            // In the order in which they were, so that choosing one more changes no other.
            SettingKind.Roles or SettingKind.People or SettingKind.Groups or SettingKind.Outcomes => List(Node.Texts(properties, name).Where(said.Contains).Concat(said).Distinct()),
            SettingKind.Flag => said.Contains("true") ? true : properties[name] is null ? null : false,
            SettingKind.Text => one.Length > 0 ? source(one) : null,
            SettingKind.Number => int.TryParse(one, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : one.Length > 0 ? one : null,
            _ => one.Length > 0 ? one : null,
        };
    }

    private static JsonArray? List(IEnumerable<string> texts) => texts.Select(t => (JsonNode)t).ToArray() is { Length: > 0 } items ? new(items) : null;

    private static string Said(JsonNode? value, SettingKind kind) => value switch
    {
        null => "",
        JsonArray many => string.Join('\n', many.Select(m => $"{m}".Trim())),
        _ when kind == SettingKind.Flag => $"{value}".ToLowerInvariant(),
        _ => $"{value}",
    };

    private static JsonNode? TakeCondition(JsonNode? before, IFormCollection sent, string name)
    {
        if (ConditionRows.Of(before) is not { } known || !sent.ContainsKey($"{name}[0].Is")) return before;
        var rows = Enumerable.Range(0, ConditionRows.Most).Select(i => $"{name}[{i}]").Where(at => $"{sent[$"{at}.Field"]}".Trim().Length > 0)
            .Select(at => TakeRow($"{sent[$"{at}.Field"]}".Trim(), $"{sent[$"{at}.Is"]}", $"{sent[$"{at}.Value"]}".Trim()));
        var now = new ConditionRows($"{sent[$"{name}.Any"]}" == "true", [.. rows]);
        return now.SaysTheSameAs(known) && before is not null ? before : now.ToJson();
    }

    private static Condition TakeRow(string field, string compared, string value)
    {
        var how = Enum.TryParse<Comparison>(compared, out var said) && Enum.IsDefined(said) ? said : Comparison.Equal;
        // More and less are asked of numbers, and three of our four languages write 18,5. What is equal may be a text.
        if (how is Comparison.Less or Comparison.AtMost or Comparison.AtLeast or Comparison.Greater && value.Replace(',', '.') is var number && decimal.TryParse(number, Contracts.Condition.Number, CultureInfo.InvariantCulture, out _)) value = number;
        return new(field, how, value.Length > 0 ? value : null);
    }
}
