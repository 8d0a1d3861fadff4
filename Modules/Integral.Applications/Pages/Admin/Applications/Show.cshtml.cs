using Integral.Applications.Contracts;
using Integral.Applications.Papers;
using Integral.People;
using Integral.Workflows.Contracts;

namespace Integral.Applications.Pages.Admin.Applications;

/// <summary>One application: what was sent, and what became of it.</summary>
[Authorize(ApplicationsModule.View)]
internal sealed class ShowModel(ApplicationBook book, KnownOpenings openings, PaperDesk desk, Db db, ICases cases, Current current) : PageModel
{
    public Application Application { get; private set; } = null!;
    public CaseView Case { get; private set; } = null!;

    /// <summary>What it is for, where that is still there.</summary>
    public Opening? Opening { get; private set; }
    /// <summary>Files that the applicant has sent.</summary>
    public IReadOnlyList<Paper> Papers { get; private set; } = [];
    public bool MaySeePeople => current.Can(PeopleModule.View);

    /// <summary>Where one works with what it is for; null where the reader may not.</summary>
    public string? Work => Opening is { StaffAddress: { } address } && current.Can(Opening.StaffPermission) ? $"~{address}" : null;

    public async Task OnGetAsync(Guid id)
    {
        (Application, Case) = (await book.FindAsync(id), await cases.OfAsync(Application.Kind, id));
        Opening = await openings.FindAsync(db, current.Tenant, Application.ForKind, Application.ForId);
        Papers = await desk.OfAsync(Application.Sent);
    }

    /// <summary>One of its files, to be downloaded.</summary>
    public async Task<IActionResult> OnGetFileAsync(Guid id, Guid file) => await desk.DownloadAsync(await book.FindAsync(id), file, Response);
}
