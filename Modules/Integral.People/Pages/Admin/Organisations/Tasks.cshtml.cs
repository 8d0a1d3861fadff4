using Integral.People.Organisations;

namespace Integral.People.Pages.Admin.Organisations;

/// <summary>Open tasks of the signed-in person with all organisations.</summary>
[Authorize(PeopleModule.ViewOrganisations)]
internal sealed class TasksModel(InteractionBook book) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? After { get; set; }
    public TaskPage Open { get; private set; } = new([], null);
    public DateOnly Today => book.Today;
    public string? Next => Open.Next is { } after ? Url.Page(null, new { after }) : null;

    public async Task OnGetAsync() => Open = await book.MineAsync(After);
}
