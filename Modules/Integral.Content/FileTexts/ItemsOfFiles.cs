using Integral.Content.Contracts;
using Integral.Content.Data;

namespace Integral.Content.FileTexts;

/// <summary>Has the search follow items when something changed about the words of files that they show: the words themselves, the name, or who may read them.</summary>
internal sealed class ItemsOfFiles(Db db)
{
    private const int AtOnce = 200;

    /// <summary>In the transaction that has just saved the change.</summary>
    public async Task FollowAsync(IReadOnlyCollection<Guid> files)
    {
        var read = await db.FileTexts.Where(t => files.Contains(t.FileId)).Select(t => t.FileId).ToListAsync();
        if (read.Count == 0) return;
        var paths = db.MediaFiles.Where(f => read.Contains(f.Id)).Select(f => f.Path).Concat(db.FormerMediaPaths.Where(p => read.Contains(p.FileId)).Select(p => p.Path));
        var ids = await db.ContentReferences.Where(r => r.Kind == Referred.File && r.IsPublished && paths.Contains(r.Target)).Select(r => r.ItemId).Distinct().ToListAsync();
        foreach (var some in ids.Chunk(AtOnce))
        {
            // Saved as it is: whatever is saved is compared with the index.
            foreach (var item in await db.ContentItems.Where(i => some.Contains(i.Id)).ToListAsync()) db.Entry(item).Property(i => i.ModifiedAt).IsModified = true;
            await db.SaveChangesAsync();
        }
    }

    /// <param name="folder">With those in it.</param>
    public async Task FollowFolderAsync(string folder)
    {
        var (inner, texts) = ($"{folder}/", db.FileTexts);
        await FollowAsync(await db.MediaFiles.Where(f => f.Folder == folder || f.Folder.StartsWith(inner)).Where(f => texts.Any(t => t.FileId == f.Id)).Select(f => f.Id).ToListAsync());
    }
}
