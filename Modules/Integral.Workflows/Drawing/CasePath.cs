using Integral.Workflows.Activities;
using Integral.Workflows.Cases;
using Integral.Workflows.Data;
using Integral.Workflows.Definitions;

namespace Integral.Workflows.Drawing;

/// <summary>By which steps and ways of a graph a case has come, and where it is.</summary>
internal sealed class CasePath
{
    private readonly HashSet<string> steps = new(StringComparer.Ordinal);
    private readonly HashSet<(string From, string Outcome)> ways = [];
    private readonly Graph graph;

    /// <param name="graph">Of the case's version.</param>
    /// <param name="ended">Steps that ended, each with its outcome.</param>
    /// <param name="here">Ids of the steps at which it waits.</param>
    public CasePath(Graph graph, IEnumerable<(string Activity, string Outcome)> ended, IReadOnlySet<string> here)
    {
        (this.graph, Here) = (graph, here);
        foreach (var (activity, outcome) in ended.Where(e => graph.Find(e.Activity) is not null))
        {
            steps.Add(activity);
            Go(activity, outcome);
        }
        steps.UnionWith(here);
    }

    public IReadOnlySet<string> Here { get; }
    public bool HasPassed(string step) => steps.Contains(step);
    public bool HasPassed(string step, string outcome) => ways.Contains((step, outcome));

    /// <summary>Of a case with its history. What was taken back is no part of its way.</summary>
    public static async Task<CasePath> OfAsync(Db db, WorkflowCase of, Graph graph)
    {
        List<(string Activity, string Outcome)> ended = [];
        var id = of.Id;
        foreach (var step in await db.CaseSteps.AsNoTracking().Where(s => s.CaseId == id && s.Outcome != null).OrderBy(s => s.Number).Select(s => new { s.Activity, s.Title, Outcome = s.Outcome! }).ToListAsync())
        {
            var last = step.Title == CaseWords.TakenBack.Key ? ended.FindLastIndex(e => e == (step.Activity, step.Outcome)) : -1;
            if (last >= 0) ended.RemoveRange(last, ended.Count - last);
            else if (step.Title != CaseWords.TakenBack.Key) ended.Add((step.Activity, step.Outcome));
        }
        return new(graph, ended, of.Tokens.All.Select(t => t.Activity).ToHashSet());
    }

    // Forks and joins stand in no history: a case that has come to one has gone on from it, unless it waits there.
    private void Go(string from, string outcome)
    {
        if (!ways.Add((from, outcome))) return;
        foreach (var to in graph.After(from, outcome).Select(graph.Find).OfType<Node>().Where(n => !Here.Contains(n.Id)))
        {
            if (to.Kind is Fork.Kind or Join.Kind) steps.Add(to.Id);
            if (to.Kind == Join.Kind) Go(to.Id, Join.Joined);
            else if (to.Kind == Fork.Kind) foreach (var way in graph.OutcomesOf(to.Id).ToList()) Go(to.Id, way);
        }
    }
}
