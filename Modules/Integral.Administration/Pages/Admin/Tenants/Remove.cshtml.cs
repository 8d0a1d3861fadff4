using Integral.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Administration.Pages.Admin.Tenants;

[Authorize(AdministrationModule.Manage)]
internal sealed class RemoveModel(Catalogue catalogue, Current current, Works works) : PageModel
{
    public Tenant Tenant { get; private set; } = null!;
    public IReadOnlyList<Tenant> Below => catalogue.Children(Tenant);
    [BindProperty] public RemoveForm Form { get; set; } = new();

    public void OnGet(Guid id)
    {
        Tenant = catalogue.Reach(id, current);
        Form.Version = Tenant.Version;
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        Tenant = catalogue.Reach(id, current);
        if (!ModelState.IsValid) return Page();
        Rule.Require(Form.Path.Trim().Trim('/') == Tenant.Path, "That isn't its address, so nothing was removed.", nameof(Form.Path));
        var work = await works.StartAsync(current, T.Say("Removing {0}", Tenant.Name), (services, progress, cancel) => RemoveAsync(services, progress, Tenant, Form.Version, cancel));
        return RedirectToPage("Progress", new { work.Id });
    }

    private static async Task<WorkResult> RemoveAsync(IServiceProvider services, IProgress<WorkStep> progress, Tenant tenant, long version, CancellationToken cancel)
    {
        progress.Report(new(10, T.Say("Switching the site off and writing the archive")));
        var archive = await services.GetRequiredService<TenantRemoval>().RemoveAsync(tenant.Id, version, cancel);
        return new("~/Admin/Tenants", [T.Say("'{0}' was removed. Its archive: {1}", tenant.Name, Path.GetFileName(archive))]);
    }
}

internal sealed class RemoveForm
{
    [Display(Name = "Its address, to be sure"), Required, StringLength(60)] public string Path { get; set; } = "";
    public long Version { get; set; }
}
