using Integral.Applications;
using Integral.Programs.Approving;
using Integral.Programs.Competencies;
using Integral.Programs.Requests;
using Integral.Ui;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.Programs.Pages.Admin.Programmes;

/// <summary>One programme as staff see it: its groups, and the way to who has applied.</summary>
[Authorize(ProgramsModule.Manage)]
internal sealed class ShowModel(ProgrammeBook book, ProgrammeDesk desk, LearnerCategories categories, RequestBook requests, Approvals approvals, Current current, Texts texts, Flash flash) : PageModel
{
    [BindProperty] public RecruitForm Form { get; set; } = new();

    public Programme Programme { get; private set; } = null!;
    public IReadOnlyList<ShownRecruitment> Groups { get; private set; } = [];

    /// <summary>Groups for which nobody applies yet.</summary>
    public IReadOnlyList<SelectListItem> Others { get; private set; } = [];

    /// <summary>The category of learners; null for everybody.</summary>
    public string? Category { get; private set; }
    public IReadOnlyList<ShownCompetency> Competencies { get; private set; } = [];

    /// <summary>The request of which it was written; null where there was none.</summary>
    public (Guid Id, string Organisation)? Wanted { get; private set; }

    public bool MayCompose => current.Can(ProgramsModule.Compose);

    /// <summary>Somebody can be asked to publish it.</summary>
    public bool MaySend { get; private set; }
    public bool MaySeeApplications => current.Can(ApplicationsModule.View);
    public string Address => $"{current.Base}/programmes/{Programme.Slug}";

    public async Task OnGetAsync(Guid id)
    {
        await OpenAsync(id);
        Form = new() { FromOn = book.Today };
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        await OpenAsync(id);
        if (!ModelState.IsValid) return new PageResult { StatusCode = 422 };
        await desk.RecruitAsync(Programme, Form.GroupId!.Value, Form.FromOn!.Value, Form.UntilOn!.Value);
        flash.Good(T.Say("Applications are taken for this group."));
        return Back(id);
    }

    public Task<IActionResult> OnPostPublishAsync(Guid id) => ShowAsync(id, true, T.Say("In the catalogue."));
    public Task<IActionResult> OnPostHideAsync(Guid id) => ShowAsync(id, false, T.Say("Visitors don't see it any more."), Url.Page("Show", "Publish", new { id }));

    public async Task<IActionResult> OnPostCloseAsync(Guid id, Guid recruitment)
    {
        ModelState.Clear();
        await OpenAsync(id);
        await desk.CloseAsync(Programme.Recruitments.Find(r => r.Id == recruitment) ?? throw new NotFoundException());
        flash.Good(T.Say("No more applications are taken for this group."));
        return Back(id);
    }

    private async Task<IActionResult> ShowAsync(Guid id, bool isPublished, Sentence done, string? undo = null)
    {
        ModelState.Clear();
        await OpenAsync(id);
        var shown = await desk.ShowAsync(Programme, isPublished);
        flash.Good(done, undo);
        return Back(shown.Id);      // a draft is gone by now
    }

    private RedirectToPageResult Back(Guid id) => RedirectToPage("Show", new { id });

    private async Task OpenAsync(Guid id)
    {
        Programme = await book.FindAsync(id);
        if (Programme.CategoryId is { } category) Category = (await categories.FindAsync(category)).Name;
        (Groups, Competencies) = (await book.RecruitmentsAsync(Programme), await book.CompetenciesAsync(Programme));
        Wanted = await requests.OfAsync(id);
        MaySend = MayCompose && await approvals.IsOfferedAsync(Programme);
        Others = [.. (await book.FreeGroupsAsync()).Select(g => new SelectListItem(g.Name, $"{g.Id}"))];
    }

    /// <summary>Whether one can apply today, in a word.</summary>
    public string StateOf(ShownRecruitment group) => texts.Say(group.IsOpen ? T.Say("taken now") : group.Today < group.Of.FromOn ? T.Say("begins later") : T.Say("no longer"));
}

internal sealed class RecruitForm
{
    [Display(Name = "Training group"), Required] public Guid? GroupId { get; set; }
    [Display(Name = "One can apply from"), DataType(DataType.Date), Required] public DateOnly? FromOn { get; set; }
    [Display(Name = "One can apply until"), DataType(DataType.Date), Required] public DateOnly? UntilOn { get; set; }
}
