using Integral.Administration.Pages.Admin.Tenants;
using Integral.Platform.Jobs;
using Integral.Platform.Registers;
using Integral.Platform.Sheets;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Administration;

/// <summary>Has an institution deployed while its founder watches, with a first password for its administrator.</summary>
internal sealed class NewInstitutions(Catalogue catalogue, TenantAddresses addresses, TenantChanges changes, Deployment deployment, HostDb host, ILookupNormalizer normalizer, Works works, Current current)
{
    private const int MostRemarks = 200;

    public IReadOnlyList<string> Servers => deployment.Servers;
    public string Suggest(string name) => addresses.Suggest(name);

    /// <exception cref="RuleException">The address can't be had, or the one above isn't running.</exception>
    public async Task<Work> StartAsync(CreateForm form)
    {
        var parent = catalogue.Reach(form.ParentId, current);
        await changes.RequireDestinationAsync(parent.Id);
        var path = form.Path?.Trim() is { Length: > 0 } typed ? typed : addresses.Suggest(form.Name);
        addresses.Check(path);

        var password = form.AdminEmail is { } email && !await IsKnownAsync(email) ? FirstPassword.New() : null;
        var wanted = new NewTenant(form.Name, path, form.Recipe)
        {
            ParentId = parent.Id, Culture = form.Culture, TimeZone = form.TimeZone, AdminEmail = form.AdminEmail, AdminPassword = password, AdminMustChange = true, Server = form.Server,
        };
        return await works.StartAsync(current, T.Say("Creating {0}", form.Name.Trim()), (services, progress, _) => DeployAsync(services, wanted, progress), form);
    }

    private static async Task<WorkResult> DeployAsync(IServiceProvider services, NewTenant wanted, IProgress<WorkStep> progress)
    {
        var report = await services.GetRequiredService<Deployment>().CreateAsync(wanted, progress: progress);
        var said = T.Say("'{0}' is open at {1}", report.Tenant.Name, $"/{report.Tenant.Path}");
        return new($"~/Admin/Tenants/Show/{report.Tenant.Id}", [said, .. report.Done]) { Secret = wanted.AdminPassword };
    }

    /// <summary>Has a whole register deployed.</summary>
    /// <exception cref="RuleException">The one above isn't running.</exception>
    public async Task<Work> StartAsync(string file, Sheet sheet, RegisterColumns columns, RegisterOptions options)
    {
        await changes.RequireDestinationAsync(options.Parent.Id);
        return await works.StartAsync(current, T.Say("Importing {0}", file), (services, progress, cancel) => DeployAsync(services, sheet, columns, options, progress, cancel));
    }

    private static async Task<WorkResult> DeployAsync(IServiceProvider services, Sheet sheet, RegisterColumns columns, RegisterOptions options, IProgress<WorkStep> progress, CancellationToken cancel)
    {
        var report = await services.GetRequiredService<RegisterImport>().RunAsync(sheet, columns, options, new RowsDone(sheet.Rows.Count, progress), cancel);
        var remarks = report.Remarks.ToList();
        Sentence[] more = remarks.Count > MostRemarks ? [T.Say("And {0} rows more.", remarks.Count - MostRemarks)] : [];
        return new("~/Admin/Tenants", [report.Summary, .. remarks.Take(MostRemarks).Select(r => r.Said), .. more]);
    }

    // An account that exists keeps its own password.
    private Task<bool> IsKnownAsync(string email)
    {
        var name = normalizer.NormalizeName(email);
        return host.Users.AnyAsync(a => a.NormalizedUserName == name);
    }
}
