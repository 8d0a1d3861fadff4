using System.Globalization;
using Integral.People.Contracts;
using Integral.People.Groups;
using Integral.Ui;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.People.Pages.Admin.Groups;

/// <summary>Who is in a group on a day.</summary>
[Authorize(PeopleModule.ViewGroups)]
internal sealed class ShowModel(GroupBook book, GroupDesk desk, Enrolling enrolling, Current current, Texts texts, Flash flash) : PageModel
{
    [BindProperty(SupportsGet = true), Display(Name = "On the day"), DataType(DataType.Date)] public DateOnly? On { get; set; }
    [BindProperty(SupportsGet = true), Display(Name = "Everybody who ever was in it")] public bool All { get; set; }
    [BindProperty(SupportsGet = true)] public string? After { get; set; }
    [BindProperty] public IReadOnlyList<Guid> Chosen { get; set; } = [];
    [BindProperty] public LeavingForm Form { get; set; } = new();

    public Group Group { get; private set; } = null!;
    public string? Whole { get; private set; }
    public EnrolledPage Members { get; private set; } = new([], null);

    /// <summary>On the day that is shown.</summary>
    public int Count { get; private set; }
    public DateOnly Day => On ?? book.Today;
    public string? Asked => On?.ToString("O", CultureInfo.InvariantCulture);
    public string Lead => All ? texts["Everybody who ever was in it"] : texts["On {0} in the group: {1}", Day.ToString("d MMMM yyyy", CultureInfo.CurrentCulture), Count];
    public bool MayManage => current.Can(PeopleModule.ManageGroups);
    public bool MaySeePeople => current.Can(PeopleModule.View);
    public IReadOnlyList<SelectListItem> Others { get; private set; } = [];
    public string? Next => Members.Next is { } after ? Url.Page(null, new { Group.Id, On = Asked, All = All ? "true" : null, after }) : null;

    public async Task OnGetAsync(Guid id)
    {
        await OpenAsync(id);
        Form = new() { LastOn = book.Today, FromOn = book.Today };
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id)
    {
        await OpenAsync(id);
        if (!MayManage) throw new NotAllowedException();
        if (Form.LastOn is null) ModelState.AddModelError("Form.LastOn", texts["Fill this in."]);
        if (!ModelState.IsValid) return Page();
        var report = await enrolling.EndAsync(Group, Chosen, Form.LastOn!.Value, Form.Reason);
        flash.Good(T.Say("Left the group: {0}.", report.Done), UndoOf(report));
        return Back();
    }

    public async Task<IActionResult> OnPostMoveAsync(Guid id)
    {
        await OpenAsync(id);
        if (!MayManage) throw new NotAllowedException();
        if (Form.To is null) ModelState.AddModelError("Form.To", texts["Fill this in."]);
        if (Form.FromOn is null) ModelState.AddModelError("Form.FromOn", texts["Fill this in."]);
        if (!ModelState.IsValid) return Page();
        var to = await book.FindAsync(Form.To!.Value);
        var report = await enrolling.MoveAsync(Group, Chosen, to, Form.FromOn!.Value);
        flash.Good(T.Say("Moved to '{0}': {1}.", to.Name, report.Done), UndoOf(report));
        return Back();
    }

    public async Task<IActionResult> OnPostDeleteAsync(Guid id)
    {
        await OpenAsync(id);
        if (!MayManage) throw new NotAllowedException();
        await desk.DeleteAsync(Group, book.Today);
        flash.Good(T.Say("{0} is in the bin.", Group.Name), Url.Page("Show", "Restore", new { id }));
        return RedirectToPage("Index");
    }

    public async Task<IActionResult> OnPostRestoreAsync(Guid id)
    {
        if (!MayManage) throw new NotAllowedException();
        await desk.RestoreAsync(id);
        return RedirectToPage("Show", new { id });
    }

    private string? UndoOf(EnrolReport report) => report.Set is { } set ? Url.Page("/Admin/Changes/Undo", new { id = set }) : null;

    private RedirectToPageResult Back() => RedirectToPage("Show", new { Group.Id, On = Asked });

    private async Task OpenAsync(Guid id)
    {
        Group = await book.FindAsync(id);
        Whole = Group.PartOfId is null ? null : await book.NameAsync(Group.PartOfId);
        (Members, Count) = (await book.MembersAsync(id, All ? null : Day, After), await book.CountAsync(id, Day));
        if (MayManage) Others = [.. (await book.OfferedAsync(book.Today, Group.Kind)).Where(g => g.Id != id).Select(g => new SelectListItem(g.Name, $"{g.Id}"))];
    }
}

internal sealed class LeavingForm
{
    [Display(Name = "Last day in the group"), DataType(DataType.Date)] public DateOnly? LastOn { get; set; }
    [Display(Name = "Why (may be left out)"), StringLength(Enrolment.LongestReason)] public string? Reason { get; set; }
    [Display(Name = "To the group")] public Guid? To { get; set; }
    [Display(Name = "First day there"), DataType(DataType.Date)] public DateOnly? FromOn { get; set; }
}
