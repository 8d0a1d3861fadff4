using Integral.Content.Data;

namespace Integral.Content.Media;

/// <param name="IsPublic">Everybody may read it.</param>
internal sealed record ReadableMedia(MediaFile File, bool IsPublic);

/// <summary>Who may read a file: the rules of the folders it is in, and whether visitors read anything that names it. Always the same number of queries.</summary>
internal sealed class MediaReading(Db db, MediaUses uses, MediaRights rights)
{
    /// <returns>Null where there is none at that path, now or formerly, or none for whoever asks.</returns>
    public async Task<ReadableMedia?> FindAsync(string path)
    {
        var files = db.MediaFiles.AsNoTracking().Include(f => f.Sizes).Where(f => f.DeletedAt == null);
        var former = db.FormerMediaPaths;
        var file = await files.SingleOrDefaultAsync(f => f.Path == path) ?? await files.SingleOrDefaultAsync(f => former.Any(p => p.Path == path && p.FileId == f.Id));
        if (file is null) return null;
        var audience = await AudienceAsync(file.Folder);
        if (audience < MediaAudience.Writers && await uses.IsOnlyDraftedAsync(file)) audience = MediaAudience.Writers;
        return rights.MayRead(audience) ? new(file, audience == MediaAudience.Everybody) : null;
    }

    private async Task<MediaAudience> AudienceAsync(string folder)
    {
        var line = MediaPath.Line(folder);
        if (line.Count == 0) return MediaAudience.Everybody;
        return (await db.MediaFolders.Where(f => line.Contains(f.Path)).Select(f => f.Audience).ToListAsync()).DefaultIfEmpty().Max();
    }
}
