using System.Buffers.Binary;
using Integral.Platform.Files;

namespace Integral.Content.Media;

/// <summary>How large a picture is, as it is looked at.</summary>
internal readonly record struct PicturePoints(int Width, int Height)
{
    public long Count => (long)Width * Height;
}

/// <summary>
/// Reads from a picture's first bytes how large it is, without decoding it. Whatever the bytes are, it ends and throws nothing: what it can't
/// read has no size.
/// </summary>
internal static class PictureHeader
{
    /// <summary>So much of a file's beginning is enough: cameras put whole pictures and descriptions before the one that counts.</summary>
    public const int Needed = 1 << 20;

    private const int Most = 1 << 24;

    public static PicturePoints? Read(ReadOnlySpan<byte> file)
    {
        var points = MediaKind.Of(file) switch
        {
            "image/png" => Png(file),
            "image/gif" => Gif(file),
            "image/webp" => WebP(file),
            "image/jpeg" => JpegHeader.Read(file),
            "image/avif" => AvifHeader.Read(file),
            _ => null,
        };
        return points is { Width: > 0 and < Most, Height: > 0 and < Most } ? points : null;
    }

    private static PicturePoints? Png(ReadOnlySpan<byte> file) =>
        file.Length >= 33 && file.Slice(12, 4).SequenceEqual("IHDR"u8) && BinaryPrimitives.ReadUInt32BigEndian(file[8..]) == 13
            ? Of(BinaryPrimitives.ReadUInt32BigEndian(file[16..]), BinaryPrimitives.ReadUInt32BigEndian(file[20..])) : null;

    private static PicturePoints? Gif(ReadOnlySpan<byte> file) =>
        file.Length >= 13 ? new(BinaryPrimitives.ReadUInt16LittleEndian(file[6..]), BinaryPrimitives.ReadUInt16LittleEndian(file[8..])) : null;

    // Three ways to begin: lossy, lossless, and with a header of its own.
    private static PicturePoints? WebP(ReadOnlySpan<byte> file)
    {
        if (file.Length < 30 || !file[..4].SequenceEqual("RIFF"u8)) return null;
        var kind = file.Slice(12, 4);
        var data = file[20..];
        if (kind.SequenceEqual("VP8 "u8))
            return data.Slice(3, 3).SequenceEqual<byte>([0x9D, 0x01, 0x2A]) ? new(BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & 0x3FFF) : null;
        if (kind.SequenceEqual("VP8L"u8))
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(data[1..]);
            return data[0] == 0x2F ? new((int)(bits & 0x3FFF) + 1, (int)(bits >> 14 & 0x3FFF) + 1) : null;
        }
        return kind.SequenceEqual("VP8X"u8) ? new(Three(data[4..]) + 1, Three(data[7..]) + 1) : null;
    }

    private static int Three(ReadOnlySpan<byte> at) => at[0] | at[1] << 8 | at[2] << 16;
    internal static PicturePoints? Of(uint width, uint height) => width < Most && height < Most ? new((int)width, (int)height) : null;
}
