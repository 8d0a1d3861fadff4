using System.Text.Json.Nodes;
using Integral.Ui;
using Integral.Ui.Diagrams;
using Integral.Workflows.Activities;
using Integral.Workflows.Cases;
using Integral.Workflows.Contracts;
using Integral.Workflows.Definitions;
using Integral.Workflows.Drawing;
using Integral.Workflows.Trying;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.Workflows.Pages.Admin.Workflows;

/// <summary>Where a workflow is changed: its steps as a list, the drawn graph and what is wrong beside it, a try-out below. Saved, it is a new version.</summary>
[Authorize(WorkflowsModule.Change), RequestFormLimits(ValueCountLimit = 20_000), RequestSizeLimit(2 << 20)]
internal sealed class EditModel(WorkflowDesk desk, KnownActivities activities, IExtensions<Activity> offered, StepQuestions questions, NodeWords words, GraphDrawing drawing, Texts texts, Flash flash, TimeProvider clock) : PageModel
{
    private WrittenFlow before = null!;
    private OfferedNames offeredNames = new([], [], []);

    [BindProperty] public FlowForm Form { get; set; } = new();
    public WorkflowType? Type { get; private set; }
    public Graph Graph { get; private set; } = null!;
    public IReadOnlyList<GraphFault> Faults { get; private set; } = [];
    public Diagram Diagram { get; private set; } = null!;
    public TriedCase? Tried { get; private set; }

    /// <summary>Somebody else saved it while this was typed.</summary>
    public bool IsOutdated { get; private set; }

    /// <summary>Key of the step that stands open.</summary>
    public int? Open { get; private set; }

    /// <summary>Key of the step that has just been added.</summary>
    public int? Added { get; private set; }
    public bool IsTried { get; private set; }
    public bool MayAdd => Form.Steps.Count < GraphCheck.MostNodes;
    public string Title => Type is null ? texts["New workflow"] : texts[Type.Name];
    public IEnumerable<SelectListItem> Offered => offered.Where(a => !a.IsStart).Select(a => new SelectListItem(texts.Say(a.Title), a.Name));
    public IEnumerable<TriedField> Facts => TriedFields.Of(Graph, SubjectsOf(Graph), Request.HasFormContentType ? Request.Form : null, texts);
    public NodeWords Words => words;
    public Diagram TriedDiagram => drawing.Of(Graph, Tried!.Path);

    /// <param name="id">Null for a new one.</param>
    /// <param name="number">Of the version from which one begins; null for that by which new cases go.</param>
    public async Task OnGetAsync(Guid? id, int? number)
    {
        await OpenAsync(id, number);
        Form = new() { Name = Type is null ? null : texts[Type.Name], IsEnabled = Type?.IsEnabled ?? true, Version = Type?.Version ?? 0, Number = number ?? Type?.Number };
        Form.Steps = [.. before.Graph.Nodes.Select((n, key) => StepForm.Of(n, key, before.Graph, activities, texts))];
        if (Form.Steps.Count == 0) Add(offered.FirstOrDefault(a => a.IsStart)?.Name);
        await ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync(Guid? id)
    {
        await TakeAsync(id);
        await ShowAsync();
        if (!ModelState.IsValid) return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        if (Type is not null && Type.Version != Form.Version) throw Outdated(Type);
        if (Faults.Count > 0)
        {
            foreach (var fault in Faults) ModelState.AddModelError("", Said(fault));
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }
        var (type, isNew) = await desk.SayAsync(Type?.Id, Form.Said(before), Type is null ? null : Form.Version);
        flash.Good(isNew ? T.Say("Saved as version {0}. Cases that are running keep theirs.", type.Number) : T.Say("Its steps are as they were: there is no new version."));
        return RedirectToPage("Show", new { type.Id });
    }

    public Task<IActionResult> OnPostLookAsync(Guid? id, int? key) => DrawAsync(id, () => Open = key);
    public Task<IActionResult> OnPostAddAsync(Guid? id) => DrawAsync(id, () => Add(Form.Kind));
    public Task<IActionResult> OnPostUpAsync(Guid? id, int key) => DrawAsync(id, () => Move(key, -1));
    public Task<IActionResult> OnPostDownAsync(Guid? id, int key) => DrawAsync(id, () => Move(key, 1));

    public Task<IActionResult> OnPostRemoveAsync(Guid? id, int key) => DrawAsync(id, () =>
    {
        if (Form.Steps.Find(s => s.Key == key) is not { } gone || before.IsStart(gone.Kind)) return;
        Form.Steps.Remove(gone);
        foreach (var way in Form.Steps.SelectMany(s => s.Ways)) way.To.RemoveAll(to => to == gone.Id);
    });

    /// <summary>The graph and what is wrong, alone.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(Guid? id)
    {
        await TakeAsync(id);
        await ShowAsync();
        return Partial("_Preview", this);
    }

    /// <param name="id">Of the workflow.</param>
    /// <param name="pick">A place and an outcome, <c>0.1</c>; <c>back</c>, or <c>again</c> from the start.</param>
    public Task<IActionResult> OnPostTryAsync(Guid? id, string? pick) => DrawAsync(id, () =>
    {
        IsTried = true;
        var picks = Form.Picks ?? "";
        Form.Picks = pick switch
        {
            "again" => "",
            "back" => TryOut.Back(picks),
            _ when pick?.Split('.') is [var place, var outcome] && int.TryParse(place, out var p) && int.TryParse(outcome, out var o) => TryOut.With(picks, p, o),
            _ => picks,
        };
    });

    /// <summary>The fold's title: what the step is called and does.</summary>
    public string SummaryOf(int number) => $"{number + 1}. {(string.IsNullOrWhiteSpace(Form.Steps[number].Title) ? texts["New step"] : Form.Steps[number].Title)} · {(Find(number) is { } activity ? texts.Say(activity.Title) : Form.Steps[number].Kind)}";

    public bool IsOpen(StepForm step) => step.Key == Open || step.Key == Added || Type is null && Form.Steps.Count == 1 || Faults.Any(f => f.Id == step.Id);

    /// <summary>With what a new workflow can begin, at its first step; nothing where there is no choice.</summary>
    public IReadOnlyList<SelectListItem> StartsOf(StepForm step) => Type is null && before.IsStart(step.Kind) && offered.Count(a => a.IsStart) > 1 ? [.. offered.Where(a => a.IsStart).Select(a => new SelectListItem(texts.Say(a.Title), a.Name))] : [];
    public bool MayRemove(StepForm step) => !before.IsStart(step.Kind);

    public IEnumerable<AskedSetting> SettingsOf(int number) =>
        Find(number) is { } activity ? questions.Ask(activity, Form.Steps[number].Properties, $"Form.Steps[{number}].Settings", WordsOf(Graph)) : [];

    public IEnumerable<FieldInput> WaysOf(int number) => Form.Steps[number].Ways.Select((way, place) => new FieldInput($"Form.Steps[{number}].Ways[{place}].To", texts["After “{0}”", texts[way.Called]], "select")
    {
        IsMany = way.To.Count > 1, Chosen = [.. way.To.OfType<string>()],
        Items = [new(texts["the end"], WayForm.End), .. Form.Steps.Where(s => !before.IsStart(s.Kind)).Select(s => new SelectListItem(s.Title, s.Id))],
    });

    public string Said(GraphFault fault) => fault.Node.Length > 0 ? texts["{0}: {1}", texts[fault.Node], texts.Say(fault.What)] : texts.Say(fault.What);

    private Activity? Find(int number) => activities.Find(Form.Steps[number].Kind ?? "");

    // What is answered at its steps can be asked about as well; where it isn't known what cases are about, names are typed.
    private FlowWords WordsOf(Graph graph)
    {
        var subjects = SubjectsOf(graph);
        return new(subjects is { Facts.Count: > 0 } ? [.. subjects.Facts, .. FormFacts.Words(graph)] : [], subjects?.Signals ?? [], offeredNames);
    }

    private CaseSubjects? SubjectsOf(Graph graph) => graph.Nodes.FirstOrDefault(n => n.IsStart) is { } start && activities.Find(start.Kind)?.SubjectKind is { } kind ? activities.Subjects(kind) : null;

    private void Add(string? kind)
    {
        if (kind is null || activities.Find(kind) is not { } activity || !MayAdd) return;
        var key = Form.Steps.Select(s => s.Key).DefaultIfEmpty(-1).Max() + 1;
        var taken = Form.Steps.Select(s => s.Id).Concat(before.Graph.Nodes.Select(n => n.Id)).ToHashSet();
        var step = new StepForm { Id = Enumerable.Range(1, taken.Count + 1).Select(n => $"step{n}").First(free => !taken.Contains(free)), Key = key, Kind = activity.Name, Title = texts.Say(activity.Title) };
        step.Ways = [.. activity.Outcomes([]).Select(o => new WayForm { Outcome = o })];
        Form.Steps.Add(step);
        Added = key;
    }

    private void Move(int key, int by)
    {
        var from = Form.Steps.FindIndex(s => s.Key == key);
        var to = from + by;
        if (from < 0 || to < 0 || to >= Form.Steps.Count) return;
        (Form.Steps[from], Form.Steps[to], Open) = (Form.Steps[to], Form.Steps[from], key);
    }

    // Nothing is kept, so nothing is checked either: what was typed so far stands there again.
    private async Task<IActionResult> DrawAsync(Guid? id, Action change)
    {
        await TakeAsync(id);
        change();
        ModelState.Clear();
        await ShowAsync();
        return Page();
    }

    private async Task TakeAsync(Guid? id)
    {
        await OpenAsync(id, Form.Number);
        Form.Take(before, activities, Request.Form);
        // What the start is called is proposed anew where another one is chosen, unless somebody has called it something.
        foreach (var step in Form.Steps.Where(s => before.IsStart(s.Kind) && offered.Any(a => a.IsStart && texts.Say(a.Title) == s.Title))) step.Title = texts.Say(activities.Find(step.Kind!)!.Title);
        // Outcomes may be others now, so ways stand at other places than those at which they were sent.
        foreach (var key in ModelState.Keys.Where(k => k.Contains(".Ways[", StringComparison.Ordinal)).ToList()) ModelState.Remove(key);
    }

    private async Task OpenAsync(Guid? id, int? number)
    {
        if (id is { } known) Type = await desk.FindAsync(known);
        var definition = Type is null ? [] : JsonNode.Parse((await desk.VersionAsync(Type, number)).Definition)!.AsObject();
        before = new(definition, Type?.Name ?? "", activities, texts);
        var names = await desk.OfferedAsync();
        offeredNames = names with { Workflows = [.. names.Workflows.Where(w => w.Name != Type?.WorkflowTypeId)] };
    }

    private async Task ShowAsync()
    {
        var said = Form.Said(before);
        Graph = said.Graph;
        await words.ReadAsync(Graph);
        Faults = [.. Form.Unsaid(before), .. await desk.FaultsAsync(said with { Name = said.Name.Length > 0 ? said.Name : "-" }, Type)];     // a name that is missing is said at its field
        Diagram = drawing.Of(Graph, wrong: Faults.Select(f => f.Id));
        if (IsTried && Faults.Count == 0) Tried = await TryOut.WalkAsync(activities, Graph, Form.Picks ?? "", TriedFields.Facts(Facts), clock.GetUtcNow());
        Form.Picks = Tried?.Picks ?? Form.Picks;
    }

    // Who has read this can save over it: what was typed is kept, and the form knows the newer version.
    private DbUpdateConcurrencyException Outdated(WorkflowType type)
    {
        (IsOutdated, Form.Version) = (true, type.Version);
        ModelState.Remove("Form.Version");
        return new();
    }
}
