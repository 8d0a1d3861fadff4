using Integral.Workflows.Cases;
using Integral.Workflows.Data;

namespace Integral.Workflows.Pages.Admin.Workflows;

/// <summary>By which workflows matters are decided here.</summary>
[Authorize(WorkflowsModule.View)]
internal sealed class IndexModel(Db db, Current current) : PageModel
{
    private const int Most = 200;

    public IReadOnlyList<WorkflowRow> Types { get; private set; } = [];
    public bool MayChange => current.Can(WorkflowsModule.Change);

    public async Task OnGetAsync()
    {
        var (versions, cases) = (db.WorkflowVersions, db.WorkflowCases);
        Types = await db.WorkflowTypes.AsNoTracking().OrderBy(t => t.Name).ThenBy(t => t.Id).Take(Most)
            .Select(t => new WorkflowRow(t.Id, t.Name, t.IsEnabled, t.Number, cases.Count(c => c.Status == CaseStatus.Running && versions.Any(v => v.Id == c.VersionId && v.TypeId == t.Id)))).ToListAsync();
    }
}

/// <param name="Running">Cases that go by any of its versions.</param>
internal sealed record WorkflowRow(Guid Id, string Name, bool IsEnabled, int Number, int Running);
