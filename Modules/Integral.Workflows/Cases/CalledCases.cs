using Integral.Workflows.Activities;
using Integral.Workflows.Contracts;
using Integral.Workflows.Data;
using Integral.Workflows.Definitions;

namespace Integral.Workflows.Cases;

/// <summary>Cases that were begun by a step of another case and about the same: that one waits for them, and they end with it.</summary>
internal static class CalledCases
{
    /// <summary>Saving a circle is refused; two who save its halves at once make one all the same.</summary>
    private const int Deepest = 8;

    /// <summary>Begins one, within a transaction; it hasn't moved yet.</summary>
    /// <exception cref="RuleException">There is no such workflow, or it is off.</exception>
    public static async Task<(WorkflowCase Case, Course Course)> BeginAsync(Db db, WorkflowCase above, Token at, Node node, DateTime now)
    {
        var deep = 1;
        for (var one = above; one.ParentId is { } id; one = (await db.FindAsync<WorkflowCase>(id))!) deep++;
        Rule.Require(deep <= Deepest, "The workflows call each other in a circle.");
        var (wanted, started) = (SubWorkflow.Of(node.Said), Called.Kind);
        var version = await (from t in db.WorkflowTypes
                             where t.WorkflowTypeId == wanted && t.Start == started && t.IsEnabled
                             join v in db.WorkflowVersions on new { TypeId = t.Id, t.Number } equals new { v.TypeId, v.Number }
                             select v).AsNoTracking().FirstOrDefaultAsync();
        if (version is null) throw new RuleException(T.Say("The workflow '{0}', which comes next, isn't there or is off. Whoever changes workflows can switch it on.", wanted));
        var begun = new WorkflowCase(version.Id, above.Subject, now) { ParentId = above.Id, ParentToken = at.Id };
        db.Add(begun);
        return (begun, new(version.TypeId, Graph.Read(version.Definition)));
    }

    /// <summary>Calls off those of places where the case isn't any more, with those that they called.</summary>
    /// <param name="waiting">Ids of the places where it still waits.</param>
    public static async Task CallOffAsync(Acting acting, WorkflowCase above, IReadOnlySet<Guid> waiting, DateTime now)
    {
        foreach (var one in await RunningAsync(acting.Db, above, waiting))
        {
            await CallOffAsync(acting, one, new HashSet<Guid>(), now);
            await EndAsync(acting, one, null, now);
        }
    }

    /// <summary>Ends a case before its time: nobody has to decide any more.</summary>
    public static async Task EndAsync(Acting acting, WorkflowCase of, string? why, DateTime now)
    {
        var (db, id) = (acting.Db, of.Id);
        await db.CaseTasks.Where(t => t.CaseId == id && t.IsOpen).LoadAsync();
        foreach (var task in db.CaseTasks.Local.Where(t => t.CaseId == id && t.IsOpen).ToList()) task.CallOff(now);
        of.Cancel(now);
        db.Add(new CaseStep { CaseId = id, Number = of.NextStep(), Activity = "", Title = CaseWords.Withdrawn.Key, Who = acting.Who.Length > 0 ? acting.Who : null, AccountId = acting.AccountId, Reason = why, At = now });
    }

    /// <summary>Whether nothing has happened yet to what was called from places where the case is to be no more, so that it can be as if it had never been.</summary>
    public static async Task<bool> AreUntouchedAsync(Acting acting, WorkflowCase above, IReadOnlySet<Guid> waiting)
    {
        foreach (var one in await RunningAsync(acting.Db, above, waiting))
        {
            var id = one.Id;
            if (one.Steps > 1 || await acting.Db.CaseTasks.AnyAsync(t => t.CaseId == id && t.IsOpen && t.ClaimedById != null && t.ClaimedById != acting.AccountId)) return false;
            if (!await AreUntouchedAsync(acting, one, new HashSet<Guid>())) return false;
        }
        return true;
    }

    // Those of this turn among them, which aren't saved yet.
    private static async Task<List<WorkflowCase>> RunningAsync(Db db, WorkflowCase above, IReadOnlySet<Guid> waiting)
    {
        var id = above.Id;
        await db.WorkflowCases.Where(c => c.ParentId == id && c.Status == CaseStatus.Running).LoadAsync();
        return [.. db.WorkflowCases.Local.Where(c => c.ParentId == id && c.Status == CaseStatus.Running && !waiting.Contains(c.ParentToken!.Value)).OrderBy(c => c.Id)];
    }
}
