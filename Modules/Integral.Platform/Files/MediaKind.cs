using System.Text;

namespace Integral.Platform.Files;

/// <summary>What a file is by its first bytes: a name says what its sender likes.</summary>
public static class MediaKind
{
    public const string Unknown = "application/octet-stream";

    private static readonly (byte[] Start, int At, string Type)[] Signs =
    [
        ([0x89, .. "PNG\r\n"u8, 0x1A, 0x0A], 0, "image/png"),
        ([0xFF, 0xD8, 0xFF], 0, "image/jpeg"),
        ([.. "GIF87a"u8], 0, "image/gif"),
        ([.. "GIF89a"u8], 0, "image/gif"),
        ([.. "WEBP"u8], 8, "image/webp"),
        ([.. "ftypavif"u8], 4, "image/avif"),
        ([.. "ftyp"u8], 4, "video/mp4"),
        ([0x1A, 0x45, 0xDF, 0xA3], 0, "video/webm"),
        ([.. "ID3"u8], 0, "audio/mpeg"),
        ([.. "OggS"u8], 0, "audio/ogg"),
        ([.. "%PDF-"u8], 0, "application/pdf"),
        ([.. "PK"u8, 3, 4], 0, "application/zip"),
    ];

    /// <param name="file">Its first bytes.</param>
    public static string Of(ReadOnlySpan<byte> file)
    {
        foreach (var (start, at, type) in Signs)
            if (file.Length >= at + start.Length && file.Slice(at, start.Length).SequenceEqual(start)) return type;
        return IsText(file) ? Written(file) : Unknown;
    }

    /// <summary>Only pictures, sounds and films are shown in place: everything else might be a page that acts in our name.</summary>
    public static bool IsShown(string type) =>
        IsPicture(type) || type is "video/mp4" or "video/webm" or "audio/mpeg" or "audio/ogg";

    public static bool IsPicture(string type) => type is "image/png" or "image/jpeg" or "image/gif" or "image/webp" or "image/avif";

    /// <summary>The ending of a picture's name; null of everything else, whose name says more than its first bytes do.</summary>
    public static string? EndingOf(string type) => type switch
    {
        "image/png" => ".png",
        "image/jpeg" => ".jpg",
        "image/gif" => ".gif",
        "image/webp" => ".webp",
        "image/avif" => ".avif",
        _ => null,
    };

    private static string Written(ReadOnlySpan<byte> file)
    {
        var start = Encoding.UTF8.GetString(file[..Math.Min(file.Length, 1000)]).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (start.Contains("<svg", StringComparison.OrdinalIgnoreCase)) return "image/svg+xml";
        if (start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase)) return "application/xml";
        return start.StartsWith('<') ? "text/html" : "text/plain";
    }

    private static bool IsText(ReadOnlySpan<byte> file)
    {
        foreach (var b in file[..Math.Min(file.Length, 1000)])
            if (b < 0x20 && b is not (9 or 10 or 12 or 13)) return false;
        return file.Length > 0;
    }
}
