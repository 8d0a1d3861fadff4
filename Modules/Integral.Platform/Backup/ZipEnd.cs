using System.Buffers.Binary;

namespace Integral.Platform.Backup;

/// <summary>
/// The end of a zip file, where the list of its parts is. Looked at before the list is read: a file that has no end was cut off,
/// and a list of a billion parts would fill the memory.
/// </summary>
internal static class ZipEnd
{
    private const int Length = 22, LongestComment = ushort.MaxValue, LocatorLength = 20, ListAt64 = 48;
    private const uint Sign = 0x06054b50, Locator = 0x07064b50, Sign64 = 0x06064b50;
    private const long LongestList = 128 << 20;

    /// <exception cref="RuleException">It is cut off, or its list of parts is longer than any backup's.</exception>
    public static void Check(FileStream file)
    {
        var tail = new byte[Math.Min(file.Length, Length + LongestComment)];
        file.Seek(-tail.Length, SeekOrigin.End);
        file.ReadExactly(tail);
        var end = tail.Length - Length;
        while (end >= 0 && BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end)) != Sign) end--;
        Rule.Require(end >= 0, BackupTrouble.CutOff);

        var endAt = file.Length - tail.Length + end;
        long list = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));
        if (list == uint.MaxValue) list = ListOf64(file, endAt);
        Rule.Require(list >= 0 && list <= endAt, BackupTrouble.CutOff);
        Rule.Require(endAt - list <= LongestList, BackupTrouble.Foreign("…"));
        file.Seek(0, SeekOrigin.Begin);
    }

    private static long ListOf64(FileStream file, long endAt)
    {
        Span<byte> locator = stackalloc byte[LocatorLength], end = stackalloc byte[ListAt64 + 8];
        if (!Read(file, endAt - LocatorLength, locator) || BinaryPrimitives.ReadUInt32LittleEndian(locator) != Locator) return -1;
        var at = BinaryPrimitives.ReadInt64LittleEndian(locator[8..]);
        return Read(file, at, end) && BinaryPrimitives.ReadUInt32LittleEndian(end) == Sign64 ? BinaryPrimitives.ReadInt64LittleEndian(end[ListAt64..]) : -1;
    }

    private static bool Read(FileStream file, long at, Span<byte> to)
    {
        if (at < 0 || at > file.Length - to.Length) return false;
        file.Seek(at, SeekOrigin.Begin);
        file.ReadExactly(to);
        return true;
    }
}
