using Integral.People.Import;
using Integral.Platform.Jobs;

namespace Integral.People.Pages.Admin.People;

/// <summary>An import of the person who asks, while it goes on and for an hour afterwards; with the first passwords that it made.</summary>
[Authorize(PeopleModule.Manage)]
internal sealed class ImportProgressModel(Works works, Current current) : PageModel
{
    public Work Work { get; private set; } = null!;
    public ImportReport? Report => Work.Result?.MoreAs<ImportReport>();
    public IReadOnlyList<Slip> Slips { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        await FindAsync(id);
        return Request.Headers.ContainsKey("HX-Request") ? Partial("_ImportProgress", this) : Page();
    }

    public async Task<IActionResult> OnPostSlipsAsync(Guid id)
    {
        await FindAsync(id);
        Slips = Report?.Slips ?? throw new NotFoundException();
        return Page();
    }

    private async Task FindAsync(Guid id)
    {
        Work = await works.FindAsync(id, current);
        Response.Headers.CacheControl = "no-store";
    }
}
