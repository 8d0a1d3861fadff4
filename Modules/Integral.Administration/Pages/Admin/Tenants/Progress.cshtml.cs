using Integral.Platform.Jobs;

namespace Integral.Administration.Pages.Admin.Tenants;

/// <summary>Long work of the person who asks, while it goes on and for an hour afterwards.</summary>
[Authorize(AdministrationModule.Manage)]
internal sealed class ProgressModel(Works works, Current current) : PageModel
{
    public Work Work { get; private set; } = null!;
    public bool CanBeCorrected => Work.InputAs<CreateForm>() is not null;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        Work = await works.FindAsync(id, current);
        Response.Headers.CacheControl = "no-store";
        return Request.Headers.ContainsKey("HX-Request") ? Partial("_Progress", this) : Page();
    }
}
