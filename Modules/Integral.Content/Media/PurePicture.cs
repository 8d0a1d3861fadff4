using System.Buffers.Binary;
using Integral.Platform.Files;

namespace Integral.Content.Media;

/// <summary>
/// Tells a picture from a file that is one and something else besides: an archive hung on, a page hidden in a remark. Such files are good for
/// nothing but attacks, so they are downloads.
/// </summary>
internal static class PurePicture
{
    private static readonly byte[] PngEnd = [0, 0, 0, 0, .. "IEND"u8, 0xAE, 0x42, 0x60, 0x82];

    private const int Tail = (1 << 16) + 64, StartLooked = 1024;

    /// <summary>Its size; null where it isn't exactly a picture that browsers show.</summary>
    public static async Task<PicturePoints?> ReadAsync(Stream file, CancellationToken cancel)
    {
        var head = await PartAsync(file, 0, PictureHeader.Needed, cancel);
        if (PictureHeader.Read(head) is not { } points || SpeaksAsAPage(head.AsSpan(0, Math.Min(head.Length, StartLooked)))) return null;
        var tail = await PartAsync(file, Math.Max(0, file.Length - Tail), Tail, cancel);
        return tail.AsSpan().IndexOf("PK\u0005\u0006"u8) < 0 && EndsAsItShould(head, tail, file.Length) ? points : null;
    }

    private static bool SpeaksAsAPage(ReadOnlySpan<byte> start)
    {
        Span<byte> small = stackalloc byte[start.Length];
        for (var i = 0; i < start.Length; i++) small[i] = start[i] is >= (byte)'A' and <= (byte)'Z' ? (byte)(start[i] | 0x20) : start[i];
        return small.IndexOf("<script"u8) >= 0 || small.IndexOf("<html"u8) >= 0 || small.IndexOf("<!doctype"u8) >= 0 || small.IndexOf("<svg"u8) >= 0 || small.IndexOf("%pdf-"u8) >= 0;
    }

    // Telephones hang more pictures on a JPEG, so of that only an end is asked for.
    private static bool EndsAsItShould(ReadOnlySpan<byte> head, ReadOnlySpan<byte> tail, long length) => MediaKind.Of(head) switch
    {
        "image/png" => tail.EndsWith(PngEnd),
        "image/gif" => tail.EndsWith((ReadOnlySpan<byte>)[0x3B]),
        "image/webp" => BinaryPrimitives.ReadUInt32LittleEndian(head[4..]) + 8L is var said && (said == length || said == length - 1),
        "image/jpeg" => tail.IndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]) >= 0,
        _ => true,
    };

    private static async Task<byte[]> PartAsync(Stream file, long from, int most, CancellationToken cancel)
    {
        file.Position = from;
        var part = new byte[(int)Math.Min(most, file.Length - from)];
        var read = await file.ReadAtLeastAsync(part, part.Length, throwOnEndOfStream: false, cancel);
        return part[..read];
    }
}
