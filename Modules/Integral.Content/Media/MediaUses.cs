using Integral.Content.Contracts;
using Integral.Content.Data;
using Integral.Content.Reading;

namespace Integral.Content.Media;

/// <summary>Which pages name a file, by the path that it has or had.</summary>
internal sealed class MediaUses(Db db, WhereUsed used)
{
    public async Task<Uses> OfAsync(MediaFile file, int most = WhereUsed.Most)
    {
        var id = file.Id;
        var former = await db.FormerMediaPaths.Where(p => p.FileId == id).Select(p => p.Path).ToListAsync();
        return await used.OfFileAsync([file.Path, .. former], most);
    }

    /// <summary>Pages name it, and visitors see none of them: drafts, and what lies in the bin.</summary>
    public async Task<bool> IsOnlyDraftedAsync(MediaFile file)
    {
        var (id, path, former) = (file.Id, file.Path, db.FormerMediaPaths);
        var named = await db.ContentReferences.Where(r => r.Kind == Referred.File && (r.Target == path || former.Any(p => p.FileId == id && p.Path == r.Target)))
            .Select(r => r.IsPublished).Distinct().ToListAsync();
        return named is [false];
    }
}
