using System.Globalization;
using Integral.People.Contracts;
using Integral.People.Groups;

namespace Integral.People.Pages.Admin.Groups;

/// <summary>The groups of a day.</summary>
[Authorize(PeopleModule.ViewGroups)]
internal sealed class IndexModel(GroupBook book, Current current) : PageModel
{
    [BindProperty(SupportsGet = true), Display(Name = "Name of the group")] public string? Q { get; set; }
    [BindProperty(SupportsGet = true), Display(Name = "Kind")] public GroupKind? Kind { get; set; }
    [BindProperty(SupportsGet = true), Display(Name = "On the day"), DataType(DataType.Date)] public DateOnly? On { get; set; }
    [BindProperty(SupportsGet = true)] public string? After { get; set; }

    public GroupPage Groups { get; private set; } = new([], null);
    public DateOnly Day => On ?? book.Today;
    public string? Asked => On?.ToString("O", CultureInfo.InvariantCulture);
    public bool IsFiltered => Q is not null || Kind is not null || On is not null;
    public bool MayManage => current.Can(PeopleModule.ManageGroups);
    public string? Next => Groups.Next is { } after ? Url.Page(null, new { Q, Kind, On = Asked, after }) : null;

    public async Task OnGetAsync() => Groups = await book.PageAsync(new(Day, Q, Kind, After));
}
