namespace Integral.Applications.Pages.Admin.Applications;

/// <summary>All applications, the latest first.</summary>
[Authorize(ApplicationsModule.View)]
internal sealed class IndexModel(ApplicationBook book, Current current) : PageModel
{
    [BindProperty(SupportsGet = true), Display(Name = "Name or number")] public string? Q { get; set; }
    [BindProperty(SupportsGet = true)] public ApplicationStatus? Status { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? For { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? List { get; set; }
    [BindProperty(SupportsGet = true)] public string? After { get; set; }

    public ApplicationPage Applications { get; private set; } = new([], null);
    public IReadOnlyDictionary<ApplicationStatus, int> Counts { get; private set; } = new Dictionary<ApplicationStatus, int>();
    public string? Next => Applications.Next is { } after ? Url.Page(null, new { Q, Status, For, List, after }) : null;

    /// <summary>Where the order of those who have applied for one thing is; null where the reader may not, or all are shown.</summary>
    public string? Order => For is { } one && current.Can(ApplicationsModule.Rank) ? $"~/Admin/Applications/Rules/{one}" : null;

    /// <summary>Whose list is looked at.</summary>
    public ApplicationList? Of { get; private set; }

    public async Task OnGetAsync()
    {
        (Applications, Counts) = (await book.PageAsync(new(Q, Status, For, After, List)), await book.CountsAsync());
        if (List is { } list) Of = await book.ListAsync(list);
    }
}
