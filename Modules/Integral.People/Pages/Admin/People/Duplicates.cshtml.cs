using Integral.People.Merging;

namespace Integral.People.Pages.Admin.People;

/// <summary>Pairs of records that may be one person.</summary>
[Authorize(PeopleModule.Manage)]
internal sealed class DuplicatesModel(DuplicateBook book) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? After { get; set; }
    public AlikePage Pairs { get; private set; } = new([], null);
    public string? Next => Pairs.Next is { } after ? Url.Page(null, new { after }) : null;

    public async Task OnGetAsync() => Pairs = await book.PageAsync(After);
}
