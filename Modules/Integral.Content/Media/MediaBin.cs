using Integral.Content.Data;
using Integral.Platform.Jobs;

namespace Integral.Content.Media;

/// <summary>Empties the bin of what has lain in it for long enough, and puts files that came before there were folders into theirs.</summary>
internal sealed class MediaBin(MediaShelf shelf, Db db) : IWakes
{
    public const string Alarm = "content.bin";

    private const int AtOnce = 100;

    public string Kind => Alarm;

    public async Task<DateTime?> WakeAsync(CancellationToken stopping)
    {
        await shelf.EmptyAsync(stopping);
        await SortInAsync(stopping);
        return await db.MediaFiles.MinAsync(f => f.DeletedAt, stopping) + MediaShelf.Kept;
    }

    private async Task SortInAsync(CancellationToken cancel)
    {
        while (await db.MediaFiles.Where(f => f.Words == "").OrderBy(f => f.Id).Take(AtOnce).ToListAsync(cancel) is { Count: > 0 } old)
        {
            foreach (var file in old)
            {
                file.SortIn();
                await MediaFolders.EnsureAsync(db, file.Folder);
            }
            await db.WriteAsync(() => db.SaveChangesAsync(cancel), cancel);
        }
    }
}
