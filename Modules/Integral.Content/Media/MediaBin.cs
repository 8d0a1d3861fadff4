using Integral.Content.Data;
using Integral.Platform.Jobs;

namespace Integral.Content.Media;

/// <summary>Empties the bin of what has lain in it for long enough, and puts files that came before there were folders into theirs.</summary>
internal sealed class MediaBin(MediaShelf shelf, Db db) : ITidies
{
    private const int AtOnce = 100;

    public async Task TidyAsync(CancellationToken cancel)
    {
        await shelf.EmptyAsync(cancel);
        while (await db.MediaFiles.Where(f => f.Words == "").Take(AtOnce).ToListAsync(cancel) is { Count: > 0 } old)
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
