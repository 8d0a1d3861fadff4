using System.Data.Common;
using Integral.Platform.Data;
using Integral.Platform.Security;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Integral.Platform.Tenancy;

/// <summary>
/// Takes a tenant whose file turns out to be damaged out of service: it needs attention and answers 503, the operator reads which file
/// and why, and the others go on. Switched on again it is tried again.
/// </summary>
internal sealed class DamagedFiles(Databases databases, DataFolder folder, Catalogue catalogue, TimeProvider clock, ILogger<DamagedFiles> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception exception, CancellationToken cancel)
    {
        if (http.RequestServices.GetRequiredService<Current>() is not { HasTenant: true, Tenant: var tenant }) return false;
        var file = folder.Tenant(tenant.Id);
        if (databases.Provider != Provider.Sqlite || !DiskTrouble.IsDamaged(exception, file)) return false;
        if (IsReadable(file)) return false;     // another file of this request, then: the host's, or that of a tenant being made
        log.LogError(exception, "The file {File} of '{Tenant}' is damaged. It is out of service until somebody sees to it.", file, tenant.Name);
        try
        {
            await MarkAsync(tenant, $"{file}: {exception.GetBaseException().Message}");
        }
        catch (Exception trouble) when (trouble is DbException or DbUpdateException or RuleException or IOException) { log.LogError(trouble, "That can't be noted down."); }     // the host's own file, then: the page is all that's left
        return false;
    }

    private static bool IsReadable(string file)
    {
        if (!File.Exists(file)) return false;
        try
        {
            using var connection = SqliteFile.Open(file);
            using var check = connection.CreateCommand();
            check.CommandText = "PRAGMA quick_check(1)";
            return check.ExecuteScalar() is "ok";
        }
        catch (SqliteException) { return false; }
    }

    private async Task MarkAsync(Tenant tenant, string why)
    {
        await using var host = databases.OpenHost("damaged", clock, tenant.Id);
        var row = await host.Tenants.SingleAsync(t => t.Id == tenant.Id, CancellationToken.None);
        if (row.State != TenantState.Running) return;
        (row.State, row.Trouble) = (TenantState.NeedsAttention, why[..Math.Min(why.Length, 1000)]);
        await host.SaveChangesAsync(CancellationToken.None);
        await catalogue.RefreshAsync(CancellationToken.None);
    }
}
