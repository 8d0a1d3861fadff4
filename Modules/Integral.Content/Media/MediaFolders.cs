using Integral.Content.Data;
using Integral.Content.FileTexts;

namespace Integral.Content.Media;

/// <summary>The folders of the media library.</summary>
internal sealed class MediaFolders(Db db, ItemsOfFiles items, MediaRights rights)
{
    private const int MostAtOnce = 2000, MostFolders = 2000;

    public Task<List<MediaFolder>> AllAsync() => db.MediaFolders.AsNoTracking().OrderBy(f => f.Path).Take(MostFolders).ToListAsync();

    /// <exception cref="NotFoundException">There is none.</exception>
    public Task<MediaFolder> FindAsync(Guid id) => db.MediaFolders.SingleOr404Async(f => f.Id == id);

    /// <exception cref="NotFoundException">There is none at that path.</exception>
    public Task<MediaFolder> AtAsync(string path) => db.MediaFolders.SingleOr404Async(f => f.Path == path);

    public Task EnsureAsync(string folder) => EnsureAsync(db, folder);

    /// <summary>Rows for a folder and those it is in. The caller saves.</summary>
    public static async Task EnsureAsync(Db db, string folder)
    {
        var line = MediaPath.Line(folder);
        if (line.Count == 0) return;
        var there = await db.MediaFolders.Where(f => line.Contains(f.Path)).Select(f => f.Path).ToListAsync();
        var known = there.Concat(db.MediaFolders.Local.Select(f => f.Path)).ToHashSet();
        db.AddRange(line.Where(p => !known.Contains(p)).Select(p => new MediaFolder { Path = p }));
    }

    /// <exception cref="RuleException">There is one of that name.</exception>
    public async Task<string> AddAsync(string wanted, MediaAudience audience)
    {
        if (!rights.MayAdd) throw new NotAllowedException();
        var path = MediaPath.CheckedFolder(wanted, "Path");
        Rule.Require(path.Length > 0, "A folder needs a name.", "Path");
        Rule.Require(!await db.MediaFolders.AnyAsync(f => f.Path == path), "There is a folder of this name already.", "Path");
        await db.WriteAsync(async () =>
        {
            await EnsureAsync(MediaPath.FolderOf(path));
            db.Add(new MediaFolder { Path = path, Audience = audience });
            await db.SaveChangesAsync();
        });
        return path;
    }

    /// <summary>Another path, and another rule. The addresses of the files in it change with it; the old ones still lead to them.</summary>
    /// <exception cref="RuleException">It can't go there.</exception>
    public async Task<MediaFolder> ChangeAsync(Guid id, string path, MediaAudience audience, int? version = null)
    {
        var folder = await OwnAsync(id, version);
        var (from, to) = (folder.Path, MediaPath.CheckedFolder(path, "Path"));
        Rule.Require(to.Length > 0, "A folder needs a name.", "Path");
        await db.WriteAsync(async () =>
        {
            if (to != from) await MoveAsync(from, to);
            folder.Audience = audience;
            folder.Changed();
            await db.SaveChangesAsync();
            await items.FollowFolderAsync(to);
        });
        return folder;
    }

    /// <exception cref="RuleException">Something is in it.</exception>
    public async Task DeleteAsync(Guid id, int? version = null)
    {
        var folder = await OwnAsync(id, version);
        var (path, inner) = (folder.Path, $"{folder.Path}/");
        var isEmpty = !await db.MediaFiles.AnyAsync(f => f.Folder == path) && !await db.MediaFolders.AnyAsync(f => f.Path.StartsWith(inner));
        Rule.Require(isEmpty, "Only an empty folder can be deleted, and the bin still keeps files of it for a while.");
        db.Remove(folder);
        await db.WriteAsync(() => db.SaveChangesAsync());
    }

    /// <summary>Gives files other paths; where they were still leads to them. The caller saves.</summary>
    public async Task MoveAsync(IReadOnlyList<MediaFile> files, Func<string, string> to)
    {
        var paths = files.Select(f => to(f.Path)).ToList();
        db.RemoveRange(await db.FormerMediaPaths.Where(f => paths.Contains(f.Path)).ToListAsync());
        foreach (var file in files)
        {
            db.Add(new FormerMediaPath { Path = file.Path, FileId = file.Id });
            file.Path = to(file.Path);
            file.Changed();
        }
    }

    private async Task MoveAsync(string from, string to)
    {
        var (inner, target) = ($"{from}/", $"{to}/");
        Rule.Require(!target.StartsWith(inner, StringComparison.Ordinal), "A folder can't be moved into itself.", "Path");
        Rule.Require(!await db.MediaFolders.AnyAsync(f => f.Path == to), "There is a folder of this name already.", "Path");
        var files = await db.MediaFiles.Where(f => f.Folder == from || f.Folder.StartsWith(inner)).OrderBy(f => f.Id).Take(MostAtOnce + 1).ToListAsync();
        Rule.Require(files.Count <= MostAtOnce, T.Say("More than {0} files are in it: move its folders one by one.", MostAtOnce), "Path");
        Rule.Require(files.TrueForAll(f => f.Path.Length - from.Length + to.Length <= MediaPath.Longest), T.Say("'{0}' can't be the path of a folder.", to), "Path");
        var folders = await db.MediaFolders.Where(f => f.Path == from || f.Path.StartsWith(inner)).ToListAsync();
        Rule.Require(folders.TrueForAll(f => f.Path.Length - from.Length + to.Length <= MediaPath.LongestFolder), T.Say("'{0}' can't be the path of a folder.", to), "Path");
        await EnsureAsync(MediaPath.FolderOf(to));
        foreach (var one in folders) one.Path = to + one.Path[from.Length..];
        await MoveAsync(files, path => to + path[from.Length..]);
    }

    private async Task<MediaFolder> OwnAsync(Guid id, int? version)
    {
        if (!rights.MayArrange) throw new NotAllowedException();
        var folder = await FindAsync(id);
        if (version is not null && version != folder.Version) throw new DbUpdateConcurrencyException("Another version was looked at.");
        return folder;
    }
}
