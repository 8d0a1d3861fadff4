using Integral.Workflows.Contracts;
using Integral.Workflows.Data;

namespace Integral.Workflows.Inbox;

/// <summary>What became of a subject, and what of it the current person may decide.</summary>
internal sealed class CaseViews(Db db, Current current) : ICases
{
    public async Task<CaseView> OfAsync(string kind, Guid id)
    {
        var cases = await db.WorkflowCases.Where(c => c.SubjectKind == kind && c.SubjectId == id).OrderByDescending(c => c.Id).Select(c => c.Id).ToListAsync();
        var open = await db.CaseTasks.AsNoTracking().Include(t => t.Roles).Where(t => cases.Contains(t.CaseId) && t.IsOpen).OrderBy(t => t.Id).ToListAsync();
        var may = current.Can(WorkflowsModule.Work);
        return new([.. open.Select(t => new OpenTask(t.Id, t.Title, [.. t.Roles.Select(r => r.Role)], t.ClaimedBy, t.DueOn, may && t.Roles.Exists(r => current.Account!.OwnRoles.Contains(r.Role))))], await HistoryAsync(db, cases));
    }

    public static async Task<IReadOnlyList<CaseLine>> HistoryAsync(Db db, List<Guid> cases) =>
        await db.CaseSteps.AsNoTracking().Where(s => cases.Contains(s.CaseId)).OrderBy(s => s.Id).Select(s => new CaseLine(s.Title, s.Outcome, s.Who, s.Reason, s.At)).ToListAsync();
}
