using Integral.Content.Data;
using Integral.Platform.Files;

namespace Integral.Content.Media;

/// <summary>The stored names that the media folder's rows hold.</summary>
internal sealed class MediaNames(Db db) : INameFiles
{
    public async Task<IReadOnlyList<string>> NamedAsync(IReadOnlyList<string> stored)
    {
        var sizes = db.PictureSizes.Where(s => stored.Contains(s.StoredName)).Select(s => s.StoredName);
        return await db.MediaFiles.Where(f => stored.Contains(f.StoredName)).Select(f => f.StoredName).Concat(sizes).ToListAsync();
    }
}
