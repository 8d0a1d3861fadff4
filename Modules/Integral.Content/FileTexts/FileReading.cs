using Integral.Content.Data;
using Integral.Content.Media;
using Integral.Platform.Files;
using Integral.Platform.Jobs;
using Microsoft.Extensions.Logging;

namespace Integral.Content.FileTexts;

/// <summary>Reads the words of files soon after they were stored, and of those that were there before: a few a turn, while nobody waits.</summary>
internal sealed partial class FileReading(Db db, TenantFiles stored, ReadingProcess reader, ReadingPlace place, ItemsOfFiles items, MediaLimits limits, TimeProvider clock, ILogger<FileReading> log) : IWakes
{
    public const string Alarm = "content.files";

    private const int AtOnce = 20;
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(30), Busy = TimeSpan.FromSeconds(5);      // far less than a turn is leased for

    public string Kind => Alarm;

    public async Task<DateTime?> WakeAsync(CancellationToken stopping)
    {
        if (!limits.ReadsWords) return null;
        if (!place.TryTake()) return clock.GetUtcNow().UtcDateTime + Busy;
        try
        {
            return await ReadAsync(stopping) ? null : clock.GetUtcNow().UtcDateTime;
        }
        finally { place.Leave(); }
    }

    /// <returns>Whether nothing is left.</returns>
    private async Task<bool> ReadAsync(CancellationToken stopping)
    {
        var (began, texts) = (clock.GetTimestamp(), db.FileTexts);
        var unread = await db.MediaFiles.AsNoTracking().Where(FileText.IsIn).Where(f => !texts.Any(t => t.FileId == f.Id && t.Hash == f.Hash))
            .OrderBy(f => f.Id).Select(f => new Unread(f.Id, f.StoredName, f.Hash)).Take(AtOnce + 1).ToListAsync(stopping);
        var done = 0;
        foreach (var file in unread.Take(AtOnce))
        {
            if (stopping.IsCancellationRequested || done > 0 && clock.GetElapsedTime(began) > Turn) break;
            await ReadAsync(file, stopping);
            done++;
        }
        return done == unread.Count;
    }

    private async Task ReadAsync(Unread file, CancellationToken stopping)
    {
        var text = await reader.ReadAsync(stored.PathOf(file.StoredName), stopping);
        if (text is null) NotRead(log, file.Id);
        await db.WriteAsync(async () =>
        {
            db.ChangeTracker.Clear();
            if (!await db.MediaFiles.AnyAsync(f => f.Id == file.Id && f.Hash == file.Hash, stopping)) return;      // it was replaced or removed meanwhile
            if (await db.FileTexts.SingleOrDefaultAsync(t => t.FileId == file.Id, stopping) is { } there) (there.Hash, there.Text) = (file.Hash, text ?? "");
            else db.Add(new FileText { FileId = file.Id, Hash = file.Hash, Text = text ?? "" });
            await db.SaveChangesAsync(stopping);
            await items.FollowAsync([file.Id]);
        }, stopping);
    }

    [LoggerMessage(LogLevel.Warning, "The words of the file {File} can't be read: it took too long or too much memory.")]
    private static partial void NotRead(ILogger log, Guid file);

    private sealed record Unread(Guid Id, string StoredName, string Hash);
}
