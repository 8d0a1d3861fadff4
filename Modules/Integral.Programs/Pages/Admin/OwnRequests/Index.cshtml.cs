using Integral.Programs.Requests;

namespace Integral.Programs.Pages.Admin.OwnRequests;

/// <summary>What somebody has asked for on behalf of an organisation.</summary>
[Authorize(ProgramsModule.Request)]
internal sealed class IndexModel(RequestBook book) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? After { get; set; }

    public RequestPage Requests { get; private set; } = new([], null);
    public string? Next => Requests.Next is { } after ? Url.Page(null, new { after }) : null;

    public async Task OnGetAsync() => Requests = await book.PageAsync(new(book.Me, After: After));
}
