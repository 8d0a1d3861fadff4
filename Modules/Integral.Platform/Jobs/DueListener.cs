using Integral.Platform.Data;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Integral.Platform.Jobs;

/// <summary>On PostgreSQL, wakes this node's dispatcher when another node has something to deliver. Without it the look each second would find it.</summary>
internal sealed class DueListener(Agenda agenda, Provider provider, Servers servers, TimeProvider clock, ILogger<DueListener> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        while (provider == Provider.PostgreSql && !stopping.IsCancellationRequested)
        {
            try
            {
                await using var connection = await servers[Servers.Apart].OpenConnectionAsync(stopping);
                connection.Notification += (_, _) => agenda.Wake();
                await using (var listen = new NpgsqlCommand($"LISTEN {Agenda.Channel}", connection)) await listen.ExecuteNonQueryAsync(stopping);
                while (true) await connection.WaitAsync(stopping);
            }
            catch (Exception trouble) when (Agenda.IsPassing(trouble))
            {
                log.LogWarning(trouble, "The database's signals can't be heard now; trying again in a second.");
                await Task.Delay(TimeSpan.FromSeconds(1), clock, stopping);
            }
        }
    }
}
