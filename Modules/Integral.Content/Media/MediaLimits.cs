using Integral.Platform.Files;
using Microsoft.Extensions.Configuration;

namespace Integral.Content.Media;

/// <summary>How much may be sent: settings of the installation (docs/guide/run.md).</summary>
internal sealed class MediaLimits(IConfiguration configuration)
{
    /// <summary>Points of a picture: more of them stop the browser of whoever looks at it.</summary>
    public const int MostPoints = 100_000_000;

    public long LargestPicture { get; } = (long)configuration.GetValue("Integral:Media:LargestPictureMB", 20) << 20;
    public long LargestFile { get; } = (long)configuration.GetValue("Integral:Media:LargestFileMB", 100) << 20;

    /// <summary>Of all files of one institution together.</summary>
    public long Quota { get; } = (long)configuration.GetValue("Integral:Media:QuotaMB", 5120) << 20;

    /// <summary>The words of files are read for the search, in a process of its own.</summary>
    public bool ReadsWords { get; } = configuration.GetValue("Integral:Media:ReadWords", true);

    public long Largest => Math.Max(LargestPicture, LargestFile);
    public long Of(string mediaType) => MediaKind.IsPicture(mediaType) ? LargestPicture : LargestFile;
}
