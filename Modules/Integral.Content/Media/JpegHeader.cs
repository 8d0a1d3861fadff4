using System.Buffers.Binary;

namespace Integral.Content.Media;

/// <summary>The size of a JPEG: it stands somewhere behind what the camera has to say, and a camera held upright says so there.</summary>
internal static class JpegHeader
{
    private const int Orientation = 0x0112, MostEntries = 500;

    public static PicturePoints? Read(ReadOnlySpan<byte> file)
    {
        var (at, isTurned) = (2, false);
        while (at + 4 <= file.Length)
        {
            if (file[at] != 0xFF) return null;
            var marker = file[at + 1];
            if (marker == 0xFF) { at++; continue; }                              // filling
            if (marker is 0x01 or (>= 0xD0 and <= 0xD7)) { at += 2; continue; }   // nothing follows these
            if (marker is 0xD8 or 0xD9 or 0xDA or 0x00) return null;             // pictures before their size is said
            var length = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
            if (length < 2) return null;
            var segment = file.Slice(at + 4, Math.Min(length - 2, file.Length - at - 4));
            if (IsFrame(marker)) return segment.Length >= 5 ? Turned(segment, isTurned) : null;
            if (marker == 0xE1) isTurned |= IsTurned(segment);
            at += 2 + length;
        }
        return null;
    }

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static PicturePoints Turned(ReadOnlySpan<byte> frame, bool isTurned)
    {
        int height = BinaryPrimitives.ReadUInt16BigEndian(frame[1..]), width = BinaryPrimitives.ReadUInt16BigEndian(frame[3..]);
        return isTurned ? new(height, width) : new(width, height);
    }

    // EXIF is a TIFF file; its first directory says how the camera was held: 5 to 8 are on the side.
    private static bool IsTurned(ReadOnlySpan<byte> segment)
    {
        if (segment.Length < 14 || !segment[..6].SequenceEqual("Exif\0\0"u8)) return false;
        var tiff = segment[6..];
        var isLittle = tiff[0] == 'I';
        var at = Four(tiff[4..], isLittle);
        if (at > tiff.Length - 2) return false;
        var count = Math.Min((int)Two(tiff[(int)at..], isLittle), MostEntries);
        for (var entry = (int)at + 2; count > 0 && entry + 12 <= tiff.Length; count--, entry += 12)
            if (Two(tiff[entry..], isLittle) == Orientation) return Two(tiff[(entry + 8)..], isLittle) is >= 5 and <= 8;
        return false;
    }

    private static ushort Two(ReadOnlySpan<byte> at, bool isLittle) => isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);
    private static uint Four(ReadOnlySpan<byte> at, bool isLittle) => isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(at) : BinaryPrimitives.ReadUInt32BigEndian(at);
}
