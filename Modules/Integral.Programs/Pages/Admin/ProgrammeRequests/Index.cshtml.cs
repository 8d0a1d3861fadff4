using Integral.Programs.Requests;

namespace Integral.Programs.Pages.Admin.ProgrammeRequests;

/// <summary>What organisations want to have taught.</summary>
[Authorize(ProgramsModule.Manage)]
internal sealed class IndexModel(RequestBook book) : PageModel
{
    [BindProperty(SupportsGet = true)] public RequestStatus? Status { get; set; }
    [BindProperty(SupportsGet = true)] public string? After { get; set; }

    public RequestPage Requests { get; private set; } = new([], null);
    public IReadOnlyDictionary<RequestStatus, int> Counts { get; private set; } = new Dictionary<RequestStatus, int>();
    public string? Next => Requests.Next is { } after ? Url.Page(null, new { Status, after }) : null;

    public async Task OnGetAsync() => (Requests, Counts) = (await book.PageAsync(new(Status: Status, After: After)), await book.CountsAsync());
}
