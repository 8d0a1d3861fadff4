using System.Text.Json.Nodes;
using Integral.Workflows.Activities;
using Integral.Workflows.Contracts;
using Integral.Workflows.Data;
using Integral.Workflows.Definitions;

namespace Integral.Workflows.Cases;

/// <summary>What was answered in a case, for its conditions: <c>form.hours</c>. Of what was asked twice the last answer counts.</summary>
internal static class FormFacts
{
    /// <summary>The questions of a workflow as what its conditions can ask about.</summary>
    public static IEnumerable<SaidWord> Words(Graph graph) => FormField.AllOf(graph).Where(f => f.Name.Length > 0).Select(f => new SaidWord(f.Fact, new(f.Label)));

    /// <summary>Whether any condition of the workflow asks about answers.</summary>
    public static bool AreAsked(Graph graph) => graph.Nodes.SelectMany(IfElse.Asked).Any(f => f.StartsWith($"{FormField.Facts}.", StringComparison.Ordinal));

    /// <summary>Of the case with the one that called it and those that it called; what was answered in this very turn isn't saved yet.</summary>
    public static async Task<JsonObject> OfAsync(Db db, WorkflowCase of)
    {
        var (id, above, cases) = (of.Id, of.ParentId, db.WorkflowCases);
        await db.CaseTasks.Where(t => t.Answers != null && (t.CaseId == id || t.CaseId == above || cases.Any(c => c.Id == t.CaseId && c.ParentId == id))).LoadAsync();
        await cases.Where(c => c.ParentId == id).LoadAsync();
        var near = cases.Local.Where(c => c.ParentId == id).Select(c => c.Id).ToHashSet();
        var facts = new JsonObject();
        foreach (var task in db.CaseTasks.Local.Where(t => t.Answers is not null && (t.CaseId == id || t.CaseId == above || near.Contains(t.CaseId))).OrderBy(t => t.DecidedAt).ThenBy(t => t.Id).ToList())
            foreach (var answer in Json.Read<List<CaseAnswer>>(task.Answers!)!) facts[answer.Name] = answer.Value;
        return facts;
    }
}
