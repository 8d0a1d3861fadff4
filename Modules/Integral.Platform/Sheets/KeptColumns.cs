using Integral.Platform.Data;
using Integral.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Sheets;

/// <summary>A correction of the columns of files with certain headings, kept for the next such file.</summary>
internal sealed class KeptColumns
{
    /// <summary>SHA-256 of the headings, of whose files they are too where that isn't everybody's.</summary>
    public required string Signature { get; init; }
    public required DateTime KeptAt { get; set; }

    /// <summary>An <see cref="ICorrectable.Correction"/>.</summary>
    public required string Said { get; set; }
}

/// <summary>Reads a file's columns as they were corrected the last time, and keeps corrections.</summary>
public sealed class ColumnMemory
{
    private readonly HostDb host;
    private readonly TimeProvider clock;

    internal ColumnMemory(HostDb host, TimeProvider clock) => (this.host, this.clock) = (host, clock);

    /// <param name="columns">As they were found by their headings.</param>
    /// <param name="whose">Whose corrections they are, such as a tenant's for one kind of file; empty for the installation's.</param>
    public async Task<TColumns> RecallAsync<TColumns>(TColumns columns, string whose = "", CancellationToken cancel = default) where TColumns : ICorrectable
    {
        var signature = SignatureOf(columns, whose);
        if (await host.KeptColumns.AsNoTracking().SingleOrDefaultAsync(k => k.Signature == signature, cancel) is { } kept) columns.Correct(kept.Said);
        return columns;
    }

    public async Task KeepAsync(ICorrectable columns, string whose = "", CancellationToken cancel = default)
    {
        var (signature, said, now) = (SignatureOf(columns, whose), columns.Correction, clock.GetUtcNow().UtcDateTime);
        await host.WriteAsync(async () =>
        {
            if (await host.KeptColumns.SingleOrDefaultAsync(k => k.Signature == signature, cancel) is { } kept) (kept.Said, kept.KeptAt) = (said, now);
            else host.Add(new KeptColumns { Signature = signature, Said = said, KeptAt = now });
            await host.SaveChangesAsync(cancel);
        }, cancel);
    }

    private static string SignatureOf(ICorrectable columns, string whose) => whose.Length == 0 ? columns.Signature : Secrets.Digest($"{whose} {columns.Signature}");
}
