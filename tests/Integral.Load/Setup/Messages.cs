using System.Text.Json;
using Npgsql;

namespace Integral.Load.Setup;

/// <summary>
/// Messages in the outboxes of institutions, on PostgreSQL. No screen of today's sends any, so they are written as the outbox writes them: counts
/// of figures, each for a day of its own, with the host's row that says who has some.
/// </summary>
internal sealed class Messages(string connection)
{
    private const string Indicator = "load.messages";
    private static readonly DateOnly First = new(1990, 1, 1);

    public async Task PutAsync(IReadOnlyList<Guid> senders, int each)
    {
        foreach (var sender in senders)
        {
            await using var open = await OpenAsync(sender);
            await using var all = await open.BeginTransactionAsync();
            for (var i = 0; i < each; i++)
            {
                var payload = JsonSerializer.Serialize(new { indicator = Indicator, day = First.AddDays(i), countedAt = First.ToDateTime(default, DateTimeKind.Utc), values = new Dictionary<string, int> { [""] = i } });
                await DoAsync(open, "INSERT INTO outbox_messages (\"Id\", \"Number\", \"Kind\", \"Payload\", \"CreatedAt\", \"ReceiverId\", \"Tries\", \"IsDead\") VALUES ($1, $2, 'platform.figures', $3, now(), $4, 0, false)",
                    Guid.CreateVersion7(), (long)i + 1, payload, sender);
            }
            await DoAsync(open, "INSERT INTO host.due_work (\"TenantId\", \"Kind\", \"DueAt\", \"AnnouncedAt\", \"Stamp\", \"Waiting\", \"Tries\", \"ServedAt\") VALUES ($1, 'outbox', now(), now(), 1, $2, 0, 'epoch')", sender, each);
            await all.CommitAsync();
        }
    }

    /// <summary>What still waits, what took effect, how often it was received, and what was given up.</summary>
    public async Task<(long Waiting, long Received, long Figures, long Dead)> CountAsync(IReadOnlyList<Guid> senders)
    {
        var (waiting, received) = (0L, 0L);
        foreach (var sender in senders)
        {
            await using var open = await OpenAsync(sender);
            waiting += await ReadAsync(open, "SELECT count(*) FROM outbox_messages");
            received += await ReadAsync(open, "SELECT count(*) FROM received_messages");
        }
        await using var host = await OpenAsync(Guid.Empty);
        return (waiting, received, await ReadAsync(host, $"SELECT count(*) FROM host.figures WHERE \"Indicator\" = '{Indicator}'"), await ReadAsync(host, "SELECT count(*) FROM host.dead_letters"));
    }

    /// <summary>Makes every job of the installation due now.</summary>
    public async Task RingAsync()
    {
        await using var open = await OpenAsync(Guid.Empty);
        await DoAsync(open, "UPDATE host.qrtz_triggers SET next_fire_time = $1 WHERE trigger_state = 'WAITING'", TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() + 500);
    }

    /// <summary>Jobs that have been begun and ended since, and those that haven't.</summary>
    public async Task<(long Ended, long Others)> JobsAsync(DateTime since)
    {
        await using var open = await OpenAsync(Guid.Empty);
        var ended = await ReadAsync(open, "SELECT count(*) FROM host.host_jobs WHERE \"StartedAt\" >= $1 AND \"EndedAt\" >= \"StartedAt\"", since);
        return (ended, await ReadAsync(open, "SELECT count(*) FROM host.host_jobs") - ended);
    }

    private async Task<NpgsqlConnection> OpenAsync(Guid tenant)
    {
        var open = new NpgsqlConnection(connection);
        await open.OpenAsync();
        await DoAsync(open, "SELECT set_config('app.tenant', $1, false)", tenant == Guid.Empty ? "" : $"{tenant}");
        return open;
    }

    private static async Task DoAsync(NpgsqlConnection open, string sql, params object[] values)
    {
        await using var command = Command(open, sql, values);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<long> ReadAsync(NpgsqlConnection open, string sql, params object[] values)
    {
        await using var command = Command(open, sql, values);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static NpgsqlCommand Command(NpgsqlConnection open, string sql, object[] values)
    {
#pragma warning disable CA2100 // this file's own texts
        var command = new NpgsqlCommand(sql, open);
#pragma warning restore CA2100
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return command;
    }
}
