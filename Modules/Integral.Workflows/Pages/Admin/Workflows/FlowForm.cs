using System.Text.Json.Nodes;
using Integral.Workflows.Activities;
using Integral.Workflows.Definitions;
using Integral.Workflows.Trying;
using Microsoft.AspNetCore.Http;

namespace Integral.Workflows.Pages.Admin.Workflows;

/// <summary>A workflow as it stands in the form.</summary>
internal sealed class FlowForm
{
    [Display(Name = "Name of the workflow"), Required, StringLength(WorkflowType.LongestName)] public string? Name { get; set; }
    [Display(Name = "It is on: new matters go by it")] public bool IsEnabled { get; set; } = true;
    public List<StepForm> Steps { get; set; } = [];
    [Display(Name = "What a new step does"), StringLength(WorkflowType.LongestId)] public string? Kind { get; set; }

    /// <summary>Of the record that was opened.</summary>
    public int Version { get; set; }

    /// <summary>Of the version from which it was begun.</summary>
    public int? Number { get; set; }

    /// <summary>What was picked in the try-out so far.</summary>
    [StringLength(TryOut.LongestPicks)] public string? Picks { get; set; }

    /// <summary>What was sent: the answers to what activities ask are no properties.</summary>
    public void Take(WrittenFlow before, KnownActivities activities, IFormCollection sent)
    {
        if (Steps.Count > GraphCheck.MostNodes) Steps.RemoveRange(GraphCheck.MostNodes, Steps.Count - GraphCheck.MostNodes);
        foreach (var (number, step) in Steps.Index()) step.Take(before, activities, sent, $"Form.Steps[{number}]");
    }

    /// <summary>What stands in the form, as definitions write it.</summary>
    public SaidWorkflow Said(WrittenFlow before) => new(before.Source(Name?.Trim() ?? ""), IsEnabled, new()
    {
        ["Activities"] = new JsonArray([.. Steps.Select(s => s.ToJson(before))]),
        ["Transitions"] = new JsonArray([.. Steps.SelectMany(s => s.Transitions())]),
    });

    /// <summary>What nothing was said of: in a definition that would be an end, here it may have been forgotten.</summary>
    public IEnumerable<GraphFault> Unsaid(WrittenFlow before) => from step in Steps
                                                                 from way in step.Ways
                                                                 where !way.IsSaid
                                                                 select new GraphFault(before.Source(step.Title ?? ""), T.Say("Say where '{0}' leads: to a step or to the end.", new Sentence(way.Called)), step.Id ?? "");
}

internal sealed class StepForm
{
    /// <summary>In the definition.</summary>
    [StringLength(WorkflowType.LongestId)] public string? Id { get; set; }

    /// <summary>Tells it from the others while they are moved about.</summary>
    public int Key { get; set; }

    /// <summary>Name of its activity.</summary>
    [Display(Name = "With what it begins"), StringLength(100)] public string? Kind { get; set; }
    [Display(Name = "Title of the step"), Required, StringLength(Node.LongestTitle)] public string? Title { get; set; }
    public List<WayForm> Ways { get; set; } = [];

    /// <summary>As definitions write them.</summary>
    internal JsonObject Properties { get; private set; } = [];

    public static StepForm Of(Node node, int key, Graph graph, KnownActivities activities, Texts texts) => new()
    {
        Id = node.Id, Key = key, Kind = node.Kind, Title = texts[node.Title], Properties = node.Said.DeepClone().AsObject(),
        Ways = [.. (activities.Find(node.Kind)?.Outcomes(node.Said) ?? [.. graph.OutcomesOf(node.Id)]).Select(o => new WayForm { Outcome = o, To = graph.After(node.Id, o).ToList() is { Count: > 0 } next ? [.. next] : [WayForm.End] })],
    };

    public void Take(WrittenFlow before, KnownActivities activities, IFormCollection sent, string prefix)
    {
        Properties = before.Find(Id)?[nameof(Properties)]?.DeepClone() as JsonObject ?? [];
        if (activities.Find(Kind ?? "") is not { } activity) return;
        StepQuestions.Take(activity, Properties, sent, $"{prefix}.Settings", before.Source);
        Lead(activity.Outcomes(Properties));
    }

    // A way keeps where it leads when its outcome is called something else: it stands at the same place, and the former name is gone.
    private void Lead(IReadOnlyList<string> outcomes)
    {
        var former = Ways.ConvertAll(w => w.Called);
        var renamed = outcomes.Index().Where(o => !former.Contains(o.Item) && former.ElementAtOrDefault(o.Index) is { } was && !outcomes.Contains(was)).DistinctBy(o => o.Item).ToDictionary(o => o.Item, o => former[o.Index]);
        Ways = [.. outcomes.Select(o => new WayForm { Outcome = o, To = Ways.Find(w => w.Outcome == (renamed.GetValueOrDefault(o) ?? o))?.To ?? [] })];
        if (Kind != UserTask.Kind) return;
        var back = renamed.DistinctBy(r => r.Value).ToDictionary(r => r.Value, r => r.Key);
        FormQuestions.Rename(Properties, back, outcomes);
        if (Properties[UserTask.NeedsReason] is null) return;
        var needs = Node.Texts(Properties, UserTask.NeedsReason).Select(n => back.GetValueOrDefault(n) ?? n).Where(outcomes.Contains).Select(n => (JsonNode)n).ToArray();
        if (needs.Length > 0) Properties[UserTask.NeedsReason] = new JsonArray(needs);
        else Properties.Remove(UserTask.NeedsReason);
    }

    public JsonObject ToJson(WrittenFlow before)
    {
        var one = before.Find(Id)?.DeepClone().AsObject() ?? new() { ["ActivityId"] = Id, ["Name"] = Kind, ["IsStart"] = before.IsStart(Kind) };
        var (properties, title) = (Properties.DeepClone().AsObject(), before.Source(Title?.Trim() ?? ""));
        if (before.TitleOf(Id) != title)
        {
            if (properties["ActivityMetadata"] is JsonObject about) about[nameof(Title)] = title;
            else properties["ActivityMetadata"] = new JsonObject { [nameof(Title)] = title };
        }
        if (properties.Count > 0 || one[nameof(Properties)] is not null) one[nameof(Properties)] = properties;
        return one;
    }

    public IEnumerable<JsonObject> Transitions() => from way in Ways
                                                    from to in way.To.OfType<string>().Where(t => t != WayForm.End)
                                                    select new JsonObject { ["SourceActivityId"] = Id, ["SourceOutcomeName"] = way.Outcome, ["DestinationActivityId"] = to };
}

internal sealed class WayForm
{
    /// <summary>It leads to the end. No step is called so: an id with a slash comes from nowhere.</summary>
    public const string End = "/";

    public string? Outcome { get; set; }

    /// <summary>Ids of steps.</summary>
    public List<string?> To { get; set; } = [];

    public string Called => Outcome ?? "";
    public bool IsSaid => To.Exists(t => !string.IsNullOrEmpty(t));
}
