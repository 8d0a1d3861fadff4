using Integral.Platform.Backup;
using Integral.Platform.Jobs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Administration.Pages.Admin.Tenants;

/// <summary>Makes a new institution from a backup that lies on the server, or from one that is sent.</summary>
[Authorize(AdministrationModule.Manage), RequestSizeLimit(Largest), RequestFormLimits(MultipartBodyLengthLimit = Largest)]
internal sealed class RestoreModel(Catalogue catalogue, Current current, KeptBackups backups, TenantChanges changes, Works works) : PageModel
{
    private const long Largest = 8L << 30;

    [BindProperty] public RestoreForm Form { get; set; } = new();
    public Tenant? Was { get; private set; }
    public KeptBackup? Kept { get; private set; }
    public IEnumerable<SelectListItem> Parents => catalogue.Items(catalogue.Within(current).Where(t => t.State == TenantState.Running), current);

    /// <param name="of">Whose backup it is, of those on the server.</param>
    /// <param name="name">Which.</param>
    public void OnGet(Guid? of, string? name)
    {
        Form = new() { Of = of, Name = name, ParentId = current.Tenant.Id };
        Find();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Find();
        if (!ModelState.IsValid) return Page();
        var parent = catalogue.Reach(Form.ParentId, current);
        await changes.RequireDestinationAsync(parent.Id);
        Rule.Require(Kept is not null || Form.File is not null, "Choose the file of a backup.", "Form.File");
        var (file, isSent) = Kept is not null ? (backups.PathOf(Was!, Kept.Name), false) : (await ReceiveAsync(cancel), true);
        var wanted = new NewFromBackup(file) { Path = Form.Path?.Trim().Trim('/') is { Length: > 0 } path ? path : null, ParentId = parent.Id, Password = Form.Password };
        try
        {
            var work = await works.StartAsync(current, T.Say("Restoring an institution"), (services, progress, stop) => RestoreAsync(services, progress, wanted, isSent, stop));
            return RedirectToPage("Progress", new { work.Id });
        }
        catch (RuleException) when (isSent)
        {
            System.IO.File.Delete(file);
            throw;
        }
    }

    private void Find()
    {
        if (Form.Of is not { } id) return;
        Was = catalogue.Reach(id, current);
        Kept = backups.Of(Was).FirstOrDefault(b => b.Name == Form.Name) ?? throw new NotFoundException();
    }

    private async Task<string> ReceiveAsync(CancellationToken cancel)
    {
        await using var sent = Form.File!.OpenReadStream();
        return await backups.ReceiveAsync(sent, cancel);
    }

    private static async Task<WorkResult> RestoreAsync(IServiceProvider services, IProgress<WorkStep> progress, NewFromBackup wanted, bool isSent, CancellationToken cancel)
    {
        try
        {
            var restored = await services.GetRequiredService<Restoration>().RestoreAsync(wanted, progress, cancel);
            return new($"~/Admin/Tenants/Show/{restored.Tenant.Id}", [T.Say("'{0}' was restored at {1}", restored.Tenant.Name, $"/{restored.Tenant.Path}"), T.Say("Hash: {0}", restored.Hash), .. restored.Says]);
        }
        finally
        {
            if (isSent) System.IO.File.Delete(wanted.File);
        }
    }
}

internal sealed class RestoreForm
{
    public Guid? Of { get; set; }
    [StringLength(60)] public string? Name { get; set; }
    [Display(Name = "Backup", Description = "A file made by 'Back up now', by the command 'backup' or when an institution was removed.")] public IFormFile? File { get; set; }
    [Display(Name = "Address", Description = "Left empty, it is the one it had."), StringLength(60)] public string? Path { get; set; }
    [Display(Name = "Stands below")] public Guid ParentId { get; set; }
    [Display(Name = "Password of the backup", Description = "Only if the accounts' passwords are in it and are to be taken over."), StringLength(128)] public string? Password { get; set; }
}
