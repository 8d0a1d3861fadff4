using Integral.Platform.Data;
using Integral.Platform.Sheets;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Registers;

/// <summary>A correction of the columns of files with certain headings, kept for the next such file.</summary>
internal sealed class KeptColumns
{
    /// <summary>SHA-256 of the headings.</summary>
    public required string Signature { get; init; }
    public required DateTime KeptAt { get; set; }

    /// <summary>A <see cref="ColumnsSaid"/>.</summary>
    public required string Said { get; set; }
}

/// <summary>Reads a file's columns as they were corrected the last time, and keeps corrections.</summary>
public sealed class RegisterMemory
{
    private readonly HostDb host;
    private readonly TimeProvider clock;

    internal RegisterMemory(HostDb host, TimeProvider clock) => (this.host, this.clock) = (host, clock);

    public async Task<RegisterColumns> ColumnsOfAsync(Sheet sheet, CancellationToken cancel = default)
    {
        var columns = RegisterColumns.Find(sheet);
        var signature = columns.Signature;
        if (await host.KeptColumns.AsNoTracking().SingleOrDefaultAsync(k => k.Signature == signature, cancel) is { } kept) columns.Correct(Json.Read<ColumnsSaid>(kept.Said)!);
        return columns;
    }

    public async Task KeepAsync(RegisterColumns columns, CancellationToken cancel = default)
    {
        var (signature, said, now) = (columns.Signature, Json.Write(columns.Said), clock.GetUtcNow().UtcDateTime);
        await host.WriteAsync(async () =>
        {
            if (await host.KeptColumns.SingleOrDefaultAsync(k => k.Signature == signature, cancel) is { } kept) (kept.Said, kept.KeptAt) = (said, now);
            else host.Add(new KeptColumns { Signature = signature, Said = said, KeptAt = now });
            await host.SaveChangesAsync(cancel);
        }, cancel);
    }
}
