using Integral.Ui.Diagrams;
using Integral.Workflows.Contracts;
using Integral.Workflows.Cases;
using Integral.Workflows.Data;
using Integral.Workflows.Definitions;
using Integral.Workflows.Drawing;

namespace Integral.Workflows.Inbox;

/// <summary>What became of a subject, and what of it the current person may decide.</summary>
internal sealed class CaseViews(Db db, Current current, InboxBook book, Colleagues colleagues, GraphDrawing drawing) : ICases
{
    public async Task<CaseView> OfAsync(string kind, Guid id)
    {
        var all = await db.WorkflowCases.AsNoTracking().Where(c => c.SubjectKind == kind && c.SubjectId == id).OrderByDescending(c => c.Id).ToListAsync();
        var cases = all.ConvertAll(c => c.Id);
        var stages = db.Stages;
        var open = await db.CaseTasks.AsNoTracking().Where(t => cases.Contains(t.CaseId) && t.IsOpen).OrderBy(t => t.Id).Select(t => new { Task = t, Stage = stages.First(s => s.Id == t.StageId) }).ToListAsync();
        var mine = open.Count > 0 && current.Can(WorkflowsModule.Work) ? (await book.StagesAsync()).Select(s => s.Id).ToHashSet() : [];
        var names = await colleagues.NamesAsync(open.ConvertAll(o => o.Stage));
        return new([.. open.Select(o => new OpenTask(o.Task.Id, o.Task.Title, o.Stage.Roles, o.Task.ClaimedBy, o.Task.DueOn, mine.Contains(o.Stage.Id)) { Others = [.. o.Stage.People.Concat(o.Stage.Groups).Where(names.ContainsKey).Select(n => names[n])] })], await HistoryAsync(db, cases)) { Way = all.Find(c => c.ParentId is null) is { } latest ? await WayAsync(latest) : null };
    }

    public async Task<IReadOnlyList<WaitingStep>> WaitingAsync(string start, DateOnly today)
    {
        var (types, tasks) = (db.WorkflowTypes, db.CaseTasks);
        var stages = await db.Stages.AsNoTracking().Where(s => types.Any(t => t.Id == s.TypeId && t.Start == start)).OrderBy(s => s.TypeId).ThenBy(s => s.Place).ThenBy(s => s.Id)
            .Select(s => new { s.Id, s.TypeId, s.Activity, s.Title, Waiting = tasks.Count(t => t.IsOpen && t.StageId == s.Id), Late = tasks.Count(t => t.IsOpen && t.StageId == s.Id && t.Deadline < today) }).ToListAsync();
        // What was passed on to more people waits at the same step.
        return [.. stages.GroupBy(s => (s.TypeId, s.Activity, s.Title)).Select(g => new WaitingStep(g.First().Id, g.Key.Title, g.Sum(s => s.Waiting), g.Sum(s => s.Late))).Where(s => s.Waiting > 0)];
    }

    private async Task<Diagram> WayAsync(WorkflowCase of)
    {
        var graph = Graph.Read(await db.WorkflowVersions.Where(v => v.Id == of.VersionId).Select(v => v.Definition).SingleAsync());
        return drawing.Of(graph, await CasePath.OfAsync(db, of, graph));
    }

    /// <summary>Of a case with those that it called and that called it, the oldest first.</summary>
    public static async Task<IReadOnlyList<CaseLine>> HistoryAsync(Db db, WorkflowCase of)
    {
        var (kind, id) = (of.SubjectKind, of.SubjectId);
        var all = await db.WorkflowCases.Where(c => c.SubjectKind == kind && c.SubjectId == id).Select(c => new { c.Id, c.ParentId }).ToDictionaryAsync(c => c.Id, c => c.ParentId);
        var root = RootOf(of.Id);
        return await HistoryAsync(db, [.. all.Keys.Where(c => RootOf(c) == root)]);

        Guid RootOf(Guid one) => all.GetValueOrDefault(one) is { } above ? RootOf(above) : one;
    }

    private static async Task<IReadOnlyList<CaseLine>> HistoryAsync(Db db, List<Guid> cases) =>
        [.. (await db.CaseSteps.AsNoTracking().Where(s => cases.Contains(s.CaseId)).OrderBy(s => s.At).ThenBy(s => s.CaseId).ThenBy(s => s.Number).Select(s => new { s.Title, s.Outcome, s.Who, s.Reason, s.At, s.Answers }).ToListAsync())
            .Select(s => new CaseLine(s.Title, s.Outcome, s.Who, s.Reason, s.At) { Answers = s.Answers is { } answers ? Json.Read<List<CaseAnswer>>(answers)! : [] })];
}
