using System.Text.Json.Nodes;
using Integral.Ui;
using Integral.Workflows.Activities;
using Integral.Workflows.Cases;
using Integral.Workflows.Contracts;
using Integral.Workflows.Definitions;
using Microsoft.AspNetCore.Http;

namespace Integral.Workflows.Pages.Admin.Workflows;

/// <summary>Something that is asked of a sample case.</summary>
/// <param name="Fact">As conditions name it.</param>
internal sealed record TriedField(string Fact, FieldInput Input);

/// <summary>What the conditions of a workflow ask about: whoever tries it out says it of the sample.</summary>
internal static class TriedFields
{
    private const string Prefix = "Form.Facts.";

    /// <param name="graph">The workflow.</param>
    /// <param name="subjects">What its cases are about; null where that isn't known.</param>
    /// <param name="sent">What was said of the sample; null before anything was sent.</param>
    /// <param name="texts">In the reader's language.</param>
    public static IEnumerable<TriedField> Of(Graph graph, CaseSubjects? subjects, IFormCollection? sent, Texts texts)
    {
        var known = (subjects?.Facts ?? []).Concat(FormFacts.Words(graph)).DistinctBy(f => f.Name).ToDictionary(f => f.Name, f => f.Title);
        return graph.Nodes.SelectMany(IfElse.Asked).Distinct().Select(field => new TriedField(field, new($"{Prefix}{field}", known.TryGetValue(field, out var title) ? texts.Say(title) : field, "text")
        {
            Value = sent is null ? null : $"{sent[$"{Prefix}{field}"]}", MaxLength = 200,
        }));
    }

    /// <summary>As activities read facts: <c>person.age</c> is <c>age</c> within <c>person</c>.</summary>
    public static JsonObject Facts(IEnumerable<TriedField> fields)
    {
        var facts = new JsonObject();
        foreach (var (fact, input) in fields)
        {
            var names = fact.Split('.');
            var at = facts;
            foreach (var name in names[..^1])
            {
                if (at[name] is not JsonObject within) at[name] = within = [];
                at = within;
            }
            at[names[^1]] = input.Value;
        }
        return facts;
    }
}
