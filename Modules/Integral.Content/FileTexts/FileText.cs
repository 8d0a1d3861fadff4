using System.Linq.Expressions;
using Integral.Content.Media;

namespace Integral.Content.FileTexts;

/// <summary>The words of a file, by which the pages that show it are found. Read from the file, so it isn't backed up; empty where nothing could be read.</summary>
internal sealed class FileText
{
    /// <summary>Characters that are kept: some forty pages.</summary>
    public const int Longest = 100_000;

    /// <summary>Bytes: larger files aren't read.</summary>
    public const int LargestFile = 50 << 20;

    public required Guid FileId { get; init; }

    /// <summary>Of the content it was read from: where the file has another, it is read again.</summary>
    public required string Hash { get; set; }
    public required string Text { get; set; }

    /// <summary>Whether words may be in a file of that kind.</summary>
    public static bool MayBeIn(string mediaType) => mediaType is "application/pdf" or "application/zip" or "text/plain";

    /// <summary>Files in which there may be words.</summary>
    public static Expression<Func<MediaFile, bool>> IsIn { get; } = f => f.DeletedAt == null && f.Length <= LargestFile
        && (f.MediaType == "application/pdf" || f.MediaType == "application/zip" && f.Path.EndsWith(".docx") || f.MediaType == "text/plain" && f.Path.EndsWith(".txt"));
}
