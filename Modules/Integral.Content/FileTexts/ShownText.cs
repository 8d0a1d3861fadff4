using Integral.Content.Data;
using Integral.Content.Media;

namespace Integral.Content.FileTexts;

/// <summary>The words of a file that every visitor may read.</summary>
/// <param name="Named">The path by which it was asked for: the one it has, or one it had.</param>
/// <param name="Path">The one it has.</param>
internal sealed record ShownText(string Named, string Path, string Name, string Folder, string Text)
{
    /// <summary>Files whose words are looked at for one answer.</summary>
    private const int Most = 50;

    /// <returns>Those of the files of these paths that are in no folder that is for some only.</returns>
    public static async Task<IReadOnlyList<ShownText>> OfAsync(Db db, IReadOnlyCollection<string> paths)
    {
        if (paths.Count == 0) return [];
        var read = from f in db.MediaFiles join t in db.FileTexts on f.Id equals t.FileId where t.Hash == f.Hash && t.Text != "" && f.DeletedAt == null select new { f.Id, f.Path, f.Name, f.Folder, t.Text };
        var now = read.Where(f => paths.Contains(f.Path)).Select(f => new { Named = f.Path, f.Path, f.Name, f.Folder, f.Text });
        var once = from f in read join p in db.FormerMediaPaths on f.Id equals p.FileId where paths.Contains(p.Path) select new { Named = p.Path, f.Path, f.Name, f.Folder, f.Text };
        var found = await now.Concat(once).OrderBy(f => f.Named).Take(Most).ToListAsync();
        if (found.Count == 0) return [];
        var closed = await db.MediaFolders.Where(f => f.Audience != MediaAudience.Everybody).Select(f => f.Path).ToHashSetAsync();
        return [.. found.Where(f => !MediaPath.Line(f.Folder).Any(closed.Contains)).Select(f => new ShownText(f.Named, f.Path, f.Name.Length > 0 ? f.Name : MediaPath.NameOf(f.Path), f.Folder, f.Text))];
    }
}
