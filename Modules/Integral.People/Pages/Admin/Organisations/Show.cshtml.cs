using System.Globalization;
using Integral.People.Organisations;
using Integral.Ui;

namespace Integral.People.Pages.Admin.Organisations;

/// <summary>One organisation, with what was agreed with it.</summary>
[Authorize(PeopleModule.ViewOrganisations)]
internal sealed class ShowModel(WholeOrganisations all, OrganisationDesk desk, InteractionDesk tasks, Current current, Flash flash) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? After { get; set; }

    public WholeOrganisation Whole { get; private set; } = null!;
    public Organisation Organisation => Whole.Of;
    public bool MayManage => current.Can(PeopleModule.ManageOrganisations);

    /// <summary>The signed-in person, whose tasks have buttons.</summary>
    public Guid? Me => current.Account?.PersonId;
    public string? Next => Whole.History.Next is { } after ? Url.Page(null, new { Organisation.Id, after }) : null;

    public async Task OnGetAsync(Guid id) => Whole = await all.OpenAsync(id, After);

    public Task<IActionResult> OnPostArchiveAsync(Guid id) => DoAsync(id, desk.ArchiveAsync, T.Say("In the archive."), Url.Page("Show", "TakeOut", new { id }));
    public Task<IActionResult> OnPostTakeOutAsync(Guid id) => DoAsync(id, desk.TakeOutAsync, T.Say("Out of the archive."));

    public async Task<IActionResult> OnPostSeeAsync(Guid id, Guid task)
    {
        Whole = await all.OpenAsync(id, null);
        await tasks.SeeAsync(id, task);
        flash.Good(T.Say("Acknowledged."));
        return RedirectToPage("Show", new { id });
    }

    public async Task<IActionResult> OnPostDoneAsync(Guid id, Guid task)
    {
        Whole = await all.OpenAsync(id, null);
        await tasks.FinishAsync(id, task);
        flash.Good(T.Say("Done."));
        return RedirectToPage("Show", new { id });
    }

    /// <summary>Who wrote a line, with whom the talk was, whose task it is and by when.</summary>
    public static string Meta(InteractionRow row) => string.Join(" · ", new[] { row.With, row.Assignee, row.Of.DueOn?.ToString("d", CultureInfo.CurrentCulture), row.Of.Who }.Where(t => !string.IsNullOrEmpty(t)));

    private async Task<IActionResult> DoAsync(Guid id, Func<Organisation, Task> what, Sentence done, string? undo = null)
    {
        Whole = await all.OpenAsync(id, null);
        if (!MayManage) throw new NotAllowedException();
        await what(Organisation);
        flash.Good(done, undo);
        return RedirectToPage("Show", new { id });
    }
}
