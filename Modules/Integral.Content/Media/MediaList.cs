using System.Globalization;
using Integral.Content.Data;

namespace Integral.Content.Media;

/// <summary>What people look for among files.</summary>
internal enum MediaSort
{
    [Display(Name = "Pictures")] Picture,
    [Display(Name = "Documents")] Document,
    [Display(Name = "Sounds and films")] Film,
    [Display(Name = "Other files")] Other,
}

/// <param name="Folder">Only what stands in it; with words, in the folders below it too. Null for all.</param>
/// <param name="Q">Words of a name or of what is on a picture.</param>
/// <param name="Sort">Null for all.</param>
/// <param name="IsBin">What was thrown away.</param>
/// <param name="After">Where the part before ended.</param>
internal sealed record MediaFilter(string? Folder, string? Q, MediaSort? Sort, bool IsBin, string? After);

internal sealed record MediaPage(IReadOnlyList<MediaFile> Files, string? Next);

/// <summary>Finds files in the library, what was sent last first.</summary>
internal sealed class MediaList(Db db)
{
    public const int PageSize = 48, Most = 100;
    private const int MostWords = 8;
    private const string Format = "yyyyMMddHHmmssfff";

    private static readonly string[] Documents = ["application/pdf", "application/zip", "text/plain"];

    public async Task<MediaPage> PageAsync(MediaFilter filter, int most = PageSize)
    {
        var files = await From(Filtered(db.MediaFiles.AsNoTracking(), filter), filter.After)
            .OrderByDescending(f => f.ModifiedAt).ThenByDescending(f => f.Id).Take(most + 1).Include(f => f.Sizes).ToListAsync();
        return new([.. files.Take(most)], files.Count > most ? $"{files[most - 1].ModifiedAt.ToString(Format, CultureInfo.InvariantCulture)}-{files[most - 1].Id:N}" : null);
    }

    private static IQueryable<MediaFile> Filtered(IQueryable<MediaFile> files, MediaFilter filter)
    {
        files = filter.IsBin ? files.Where(f => f.DeletedAt != null) : files.Where(f => f.DeletedAt == null);
        var words = (filter.Q ?? "").ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords).ToList();
        if (filter.Folder is { } folder && !filter.IsBin)
        {
            var inner = $"{folder}/";
            files = words.Count == 0 ? files.Where(f => f.Folder == folder) : folder.Length == 0 ? files : files.Where(f => f.Folder == folder || f.Folder.StartsWith(inner));
        }
        files = filter.Sort switch
        {
            null => files,
            MediaSort.Picture => files.Where(f => f.Width != null),
            MediaSort.Document => files.Where(f => Documents.Contains(f.MediaType)),
            MediaSort.Film => files.Where(f => f.MediaType.StartsWith("video/") || f.MediaType.StartsWith("audio/")),
            _ => files.Where(f => f.Width == null && !Documents.Contains(f.MediaType) && !f.MediaType.StartsWith("video/") && !f.MediaType.StartsWith("audio/")),
        };
        return words.Aggregate(files, (those, word) => those.Where(f => f.Words.Contains(word)));
    }

    private static IQueryable<MediaFile> From(IQueryable<MediaFile> files, string? after)
    {
        if (string.IsNullOrEmpty(after)) return files;
        var parts = after.Split('-');
        var isTime = DateTime.TryParseExact(parts[0], Format, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var at);
        var id = Guid.Empty;
        Rule.Require(isTime && parts.Length == 2 && Guid.TryParseExact(parts[1], "N", out id), "The address of this part of the list is damaged. Begin from the first one.", "after");
        return files.Where(f => f.ModifiedAt < at || f.ModifiedAt == at && f.Id.CompareTo(id) < 0);
    }
}
