using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.People.Pages.Admin.People;

[Authorize(PeopleModule.View)]
internal sealed class IndexModel(PeopleList list, RoleWords words, Current current) : PageModel
{
    [BindProperty(SupportsGet = true), Display(Name = "Name or login")] public string? Q { get; set; }
    [BindProperty(SupportsGet = true), Display(Name = "Role")] public string? Role { get; set; }
    [BindProperty(SupportsGet = true), Display(Name = "Account")] public AccountState? State { get; set; }
    [BindProperty(SupportsGet = true)] public string? After { get; set; }

    public PeoplePage People { get; private set; } = new([], null);
    public IEnumerable<SelectListItem> Roles => words.All(current.Tenant).Prepend(new(words.Any, ""));
    public string InWords(PeopleRow row) => words.InWords(current.Tenant, row.Roles);
    public bool IsFiltered => Q is not null || Role is not null || State is not null;
    public bool MayManage => current.Can(PeopleModule.Manage);
    public bool MayExport => current.Can(PeopleModule.Export);
    public string? Next => People.Next is { } after ? Url.Page(null, new { Q, Role, State, after }) : null;

    public async Task OnGetAsync() => People = await list.PageAsync(new(Q, Role, State, After));
}
