using Integral.People.Organisations;
using Integral.Ui;

namespace Integral.People.Pages.Admin.Organisations;

/// <summary>One organisation.</summary>
[Authorize(PeopleModule.ViewOrganisations)]
internal sealed class ShowModel(OrganisationBook book, OrganisationDesk desk, Current current, Flash flash) : PageModel
{
    public Organisation Organisation { get; private set; } = null!;
    public Organisation? Above { get; private set; }
    public IReadOnlyList<Organisation> Branches { get; private set; } = [];
    public string? Owner { get; private set; }
    public bool MayManage => current.Can(PeopleModule.ManageOrganisations);

    public Task OnGetAsync(Guid id) => OpenAsync(id);

    public Task<IActionResult> OnPostArchiveAsync(Guid id) => DoAsync(id, desk.ArchiveAsync, T.Say("In the archive."), Url.Page("Show", "TakeOut", new { id }));
    public Task<IActionResult> OnPostTakeOutAsync(Guid id) => DoAsync(id, desk.TakeOutAsync, T.Say("Out of the archive."));

    private async Task<IActionResult> DoAsync(Guid id, Func<Organisation, Task> what, Sentence done, string? undo = null)
    {
        await OpenAsync(id);
        if (!MayManage) throw new NotAllowedException();
        await what(Organisation);
        flash.Good(done, undo);
        return RedirectToPage("Show", new { id });
    }

    private async Task OpenAsync(Guid id)
    {
        Organisation = await book.FindAsync(id);
        (Above, Branches) = await book.AroundAsync(Organisation);
        Owner = await book.OwnerAsync(Organisation);
    }
}
