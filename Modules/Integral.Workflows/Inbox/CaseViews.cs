using Integral.Workflows.Contracts;
using Integral.Workflows.Data;

namespace Integral.Workflows.Inbox;

/// <summary>What became of a subject, and what of it the current person may decide.</summary>
internal sealed class CaseViews(Db db, Current current) : ICases
{
    public async Task<CaseView> OfAsync(string kind, Guid id)
    {
        var cases = await db.WorkflowCases.Where(c => c.SubjectKind == kind && c.SubjectId == id).OrderByDescending(c => c.Id).Select(c => c.Id).ToListAsync();
        var stages = db.Stages;
        var open = await db.CaseTasks.AsNoTracking().Where(t => cases.Contains(t.CaseId) && t.IsOpen).OrderBy(t => t.Id).Select(t => new { Task = t, Stage = stages.First(s => s.Id == t.StageId) }).ToListAsync();
        var may = current.Can(WorkflowsModule.Work);
        return new([.. open.Select(o => new OpenTask(o.Task.Id, o.Task.Title, o.Stage.Roles, o.Task.ClaimedBy, o.Task.DueOn, may && o.Stage.Roles.Any(current.Account!.OwnRoles.Contains)))], await HistoryAsync(db, cases));
    }

    /// <summary>The oldest first.</summary>
    public static async Task<IReadOnlyList<CaseLine>> HistoryAsync(Db db, List<Guid> cases) =>
        await db.CaseSteps.AsNoTracking().Where(s => cases.Contains(s.CaseId)).OrderBy(s => s.CaseId).ThenBy(s => s.Number).Select(s => new CaseLine(s.Title, s.Outcome, s.Who, s.Reason, s.At)).ToListAsync();
}
