using System.Data.Common;
using Integral.Platform.Data;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Integral.Platform.Tenancy;

/// <summary>
/// Keeps this node's catalogue fresh. On SQLite verbs run beside the server, so the number is read once a second;
/// on PostgreSQL the database says when it changed, and every 30 s we ask all the same.
/// </summary>
internal sealed class CatalogueWatch(Catalogue catalogue, Provider provider, Servers servers, SqliteFiles files, DataFolder folder, TimeProvider clock, ILogger<CatalogueWatch> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stopping) => provider == Provider.Sqlite ? PollAsync(stopping) : ListenAsync(stopping);

    private async Task PollAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), clock);
        while (await timer.WaitForNextTickAsync(stopping))
        {
            try
            {
                await catalogue.RefreshAsync(stopping);
                LetGo();
            }
            catch (Exception trouble) when (IsPassing(trouble)) { Say(trouble); }
        }
    }

    // A verb beside the server archives and removes what it has switched off before: the file must not stay open here.
    private void LetGo()
    {
        foreach (var tenant in catalogue.All.Where(t => t.State is TenantState.Disabled or TenantState.NeedsAttention)) files.CloseIdle(folder.Tenant(tenant.Id));
    }

    private async Task ListenAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await using var connection = await servers[""].OpenConnectionAsync(stopping);
                await using (var listen = new NpgsqlCommand($"LISTEN {CatalogueNumber.Channel}", connection)) await listen.ExecuteNonQueryAsync(stopping);
                while (true)
                {
                    await catalogue.RefreshAsync(stopping);
                    await connection.WaitAsync(TimeSpan.FromSeconds(30), stopping);
                }
            }
            catch (Exception trouble) when (IsPassing(trouble))
            {
                Say(trouble);
                await Task.Delay(TimeSpan.FromSeconds(1), clock, stopping);
            }
        }
    }

    // The database may be gone for a moment or the disk full: the server goes on with the catalogue it has.
    private static bool IsPassing(Exception trouble) => trouble is DbException or IOException or InvalidOperationException;
    private void Say(Exception trouble) => log.LogWarning(trouble, "The catalogue can't be read now; trying again in a second.");
}
