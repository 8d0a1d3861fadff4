using Integral.People.Contracts;
using Integral.People.Groups;
using Integral.Ui;

namespace Integral.People.Pages.Admin.Groups;

/// <summary>Where people are put into a group.</summary>
[Authorize(PeopleModule.ManageGroups)]
internal sealed class EnrolModel(GroupBook book, GroupCandidates candidates, Enrolling enrolling, Texts texts, Flash flash) : PageModel
{
    [BindProperty(SupportsGet = true), Display(Name = "Full name")] public string? Q { get; set; }
    [BindProperty] public IReadOnlyList<Guid> Chosen { get; set; } = [];
    [BindProperty, Display(Name = "First day in the group"), DataType(DataType.Date), Required] public DateOnly? FromOn { get; set; }

    public Group Group { get; private set; } = null!;
    public IReadOnlyList<Candidate> People { get; private set; } = [];
    public bool IsCutOff => People.Count == GroupCandidates.Most;
    public string Lead { get; private set; } = "";

    public async Task OnGetAsync(Guid id)
    {
        await OpenAsync(id);
        var today = book.Today;
        FromOn = today < Group.FromOn ? Group.FromOn : today;
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        await OpenAsync(id);
        if (!ModelState.IsValid) return Page();
        var report = await enrolling.EnrolAsync(Group, Chosen, FromOn!.Value);
        flash.Good(T.Say("Put into the group: {0}.", report.Done), report.Set is { } set ? Url.Page("/Admin/Changes/Undo", new { id = set }) : null);
        return RedirectToPage("Enrol", new { id });
    }

    private async Task OpenAsync(Guid id)
    {
        Group = await book.FindAsync(id);
        var count = await book.CountAsync(id, book.Today);
        Lead = Group.Seats is { } seats ? texts["Today in the group: {0} of {1}", count, seats] : texts["Today in the group: {0}", count];
        People = await candidates.FindAsync(Group, Q, book.Today);
    }
}
