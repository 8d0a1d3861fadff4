using Integral.Ui.Diagrams;
using Integral.Workflows.Definitions;
using Integral.Workflows.Drawing;

namespace Integral.Workflows.Pages.Admin.Workflows;

/// <summary>What a workflow says, or said in an older version: its steps, who decides, and what follows.</summary>
[Authorize(WorkflowsModule.View)]
internal sealed class ShowModel(WorkflowDesk desk, NodeWords words, GraphDrawing drawing, Current current) : PageModel
{
    private const int MostVersions = 50;

    public WorkflowType Type { get; private set; } = null!;
    public WorkflowVersion Shown { get; private set; } = null!;
    public Graph Graph { get; private set; } = null!;
    public IReadOnlyList<VersionRow> Versions { get; private set; } = [];
    public DateOnly? NextOn { get; private set; }
    public bool IsOld => Shown.Number != Type.Number;
    public bool MayChange => current.Can(WorkflowsModule.Change);
    public NodeWords Words => words;
    public Diagram Diagram => drawing.Of(Graph);

    /// <param name="id">Of the workflow.</param>
    /// <param name="number">Of a version; null for that by which new cases go.</param>
    public async Task OnGetAsync(Guid id, int? number)
    {
        Type = await desk.FindAsync(id);
        Shown = await desk.VersionAsync(Type, number);
        Graph = Graph.Read(Shown.Definition);
        await words.ReadAsync(Graph);
        NextOn = await desk.NextAsync(Type);
        Versions = await desk.VersionsAsync(Type, null, MostVersions);
    }
}
