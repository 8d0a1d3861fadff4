using System.Buffers.Binary;

namespace Integral.Content.Media;

/// <summary>The size of an AVIF: boxes within boxes, of which the properties of its pictures say how large each is. The largest is the one that is looked at.</summary>
internal static class AvifHeader
{
    private const int Head = 8, MostBoxes = 1000;

    public static PicturePoints? Read(ReadOnlySpan<byte> file)
    {
        var meta = Inner(file, "meta"u8);
        if (meta.Length < 4) return null;
        var properties = Inner(Inner(meta[4..], "iprp"u8), "ipco"u8);       // the first four bytes of meta are its version
        PicturePoints? largest = null;
        for (var left = MostBoxes; left > 0 && Next(properties) is { Length: > 0 } box; left--, properties = properties[box.Length..])
            if (box.Length >= Head + 12 && box.Slice(4, 4).SequenceEqual("ispe"u8) && Of(box) is { } one && one.Count > (largest?.Count ?? 0)) largest = one;
        return largest;
    }

    private static PicturePoints? Of(ReadOnlySpan<byte> box) => PictureHeader.Of(BinaryPrimitives.ReadUInt32BigEndian(box[12..]), BinaryPrimitives.ReadUInt32BigEndian(box[16..]));

    private static ReadOnlySpan<byte> Inner(ReadOnlySpan<byte> boxes, ReadOnlySpan<byte> name)
    {
        for (var left = MostBoxes; left > 0 && Next(boxes) is { Length: > 0 } box; left--, boxes = boxes[box.Length..])
            if (box.Slice(4, 4).SequenceEqual(name)) return box[Head..];
        return [];
    }

    // The first box with its head; nothing where there is none. One that says it is longer than what is there ends there.
    private static ReadOnlySpan<byte> Next(ReadOnlySpan<byte> boxes)
    {
        if (boxes.Length < Head) return [];
        var length = BinaryPrimitives.ReadUInt32BigEndian(boxes);
        return length < Head ? [] : boxes[..(int)Math.Min(length, boxes.Length)];
    }
}
