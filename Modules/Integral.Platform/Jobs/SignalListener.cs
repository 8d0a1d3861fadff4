using Integral.Platform.Data;
using Integral.Platform.Live;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Integral.Platform.Jobs;

/// <summary>
/// On PostgreSQL, hears what the other nodes say: that there is something to deliver (without it the look each second would find it), and what
/// changed that a browser here may show.
/// </summary>
internal sealed class SignalListener(Agenda agenda, LiveWire live, Provider provider, Servers servers, TimeProvider clock, ILogger<SignalListener> log) : BackgroundService
{
    private static readonly TimeSpan ProvedEvery = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        while (provider == Provider.PostgreSql && !stopping.IsCancellationRequested)
        {
            try
            {
                await using var connection = await servers[Servers.Apart].OpenConnectionAsync(stopping);
                connection.Notification += (_, said) => Hear(said);
                await using var listen = new NpgsqlCommand($"LISTEN {Agenda.Channel}; LISTEN {LiveWire.Channel}", connection);
                await listen.ExecuteNonQueryAsync(stopping);
                live.HaveMissed();
                // A line that was cut without a word is noticed only by speaking.
                while (true) if (!await connection.WaitAsync(ProvedEvery, stopping)) await listen.ExecuteNonQueryAsync(stopping);
            }
            catch (Exception trouble) when (Agenda.IsPassing(trouble))
            {
                log.LogWarning(trouble, "The database's signals can't be heard now; trying again in a second.");
                await Task.Delay(TimeSpan.FromSeconds(1), clock, stopping);
            }
        }
    }

    private void Hear(NpgsqlNotificationEventArgs said)
    {
        if (said.Channel == LiveWire.Channel) live.Hear(said.Payload);
        else agenda.Wake();
    }
}
