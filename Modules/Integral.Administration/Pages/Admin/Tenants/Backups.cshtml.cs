using Integral.Platform.Backup;
using Integral.Platform.Jobs;
using Integral.Ui;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Administration.Pages.Admin.Tenants;

/// <summary>The backups of an institution that lie on the server, and a new one.</summary>
[Authorize(AdministrationModule.Manage)]
internal sealed class BackupsModel(Catalogue catalogue, Current current, KeptBackups backups, Works works, Flash flash) : PageModel
{
    public Tenant Tenant { get; private set; } = null!;
    public IReadOnlyList<KeptBackup> Kept { get; private set; } = [];

    public void OnGet(Guid id)
    {
        Tenant = catalogue.Reach(id, current);
        Kept = backups.Of(Tenant);
    }

    public IActionResult OnGetFile(Guid id, string name)
    {
        Tenant = catalogue.Reach(id, current);
        return PhysicalFile(backups.PathOf(Tenant, name), "application/zip", $"{(Tenant.IsRoot ? "root" : Tenant.Path)}-{name}");
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        Tenant = catalogue.Reach(id, current);
        var work = await works.StartAsync(current, T.Say("Backing up {0}", Tenant.Name), (services, progress, cancel) => MakeAsync(services, progress, Tenant, cancel));
        return RedirectToPage("Progress", new { work.Id });
    }

    public IActionResult OnPostDelete(Guid id, string name)
    {
        Tenant = catalogue.Reach(id, current);
        backups.Remove(Tenant, name);
        flash.Good(T.Say("The backup was deleted."));
        return RedirectToPage(new { id });
    }

    private static async Task<WorkResult> MakeAsync(IServiceProvider services, IProgress<WorkStep> progress, Tenant tenant, CancellationToken cancel)
    {
        var made = await services.GetRequiredService<KeptBackups>().MakeAsync(tenant, BackupMade.ByHand, progress, cancel);
        return new($"~/Admin/Tenants/Backups/{tenant.Id}", [T.Say("The backup of '{0}' is ready: rows {1}, files {2}.", tenant.Name, made.Rows, made.Files), T.Say("Hash: {0}", made.Hash)]);
    }
}
