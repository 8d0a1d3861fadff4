using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Integral.Platform.Data;
using Integral.Platform.Localization;

namespace Integral.Platform.Backup;

/// <summary>Reads a backup through and compares every part with what the last one says of it. Nothing is unpacked before that.</summary>
internal sealed class BackupCheck(ZipArchive zip, long length)
{
    private const long Slack = 64L << 20;
    private const int LongestManifest = 1 << 20, MostTimes = 200, Chunk = 1 << 17;

    /// <exception cref="RuleException">It has none, or it is damaged.</exception>
    public async Task<byte[]> ManifestAsync(CancellationToken cancel)
    {
        Rule.Require(zip.Entries is [{ FullName: EntryNames.Manifest }, ..], BackupTrouble.NotABackup);
        Rule.Require(zip.Entries[0].Length <= LongestManifest, BackupTrouble.NotABackup);
        using var content = new MemoryStream();
        await ReadAsync(zip.Entries[0], content.Write, cancel);
        return content.ToArray();
    }

    /// <returns>The canonical hash of what it holds.</returns>
    /// <exception cref="RuleException">It is damaged, too large, or holds what no backup has.</exception>
    public async Task<string> WholeAsync(CancellationToken cancel)
    {
        CheckNames();
        Rule.Require(zip.Entries.Sum(e => (decimal)e.Length) <= length * (decimal)MostTimes + Slack, T.Say("Unpacked, this backup would be more than {0} times as large as it is: no backup is. Nothing was restored.", MostTimes));
        var lines = new List<HashLine>(zip.Entries.Count);
        foreach (var part in zip.Entries.SkipLast(1)) lines.Add(new(await HashAsync(part, cancel), part.FullName));
        await CompareAsync(lines, cancel);
        return HashLine.Canonical(lines);
    }

    private void CheckNames()
    {
        var names = new HashSet<string>(zip.Entries.Count, StringComparer.Ordinal);
        foreach (var name in zip.Entries.Select(e => e.FullName))
        {
            Rule.Require(EntryNames.IsKnown(name), BackupTrouble.Foreign(name));
            Rule.Require(names.Add(name), T.Say("The backup holds '{0}' twice. Nothing was restored.", name));
        }
        Rule.Require(zip.Entries[^1].FullName == EntryNames.Hashes, BackupTrouble.Damaged(EntryNames.Hashes));
    }

    // Every part in its turn, none more, none less.
    private async Task CompareAsync(List<HashLine> lines, CancellationToken cancel)
    {
        var said = zip.Entries[^1];
        Rule.Require(said.Length <= lines.Sum(l => 68L + Encoding.UTF8.GetByteCount(l.Name)), BackupTrouble.Damaged(EntryNames.Hashes));
        using var content = new MemoryStream();
        await ReadAsync(said, content.Write, cancel);
        content.Position = 0;
        var expected = new JsonLines(content);
        foreach (var line in lines)
        {
            var isRight = await NextAsync(expected, cancel) is { } next && next.Span.SequenceEqual(Encoding.UTF8.GetBytes($"{line}"));
            Rule.Require(isRight, BackupTrouble.Damaged(line.Name));
        }
        Rule.Require(await NextAsync(expected, cancel) is null, BackupTrouble.Damaged(EntryNames.Hashes));
    }

    private static async Task<ReadOnlyMemory<byte>?> NextAsync(JsonLines lines, CancellationToken cancel)
    {
        try
        {
            return await lines.NextAsync(cancel);
        }
        catch (InvalidDataException) { throw new RuleException(BackupTrouble.Damaged(EntryNames.Hashes)); }
    }

    private static async Task<string> HashAsync(ZipArchiveEntry part, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await ReadAsync(part, hash.AppendData, cancel);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private delegate void Take(ReadOnlySpan<byte> bytes);

    // Counted while it is read: what a part says of its length may be a lie.
    private static async Task ReadAsync(ZipArchiveEntry part, Take take, CancellationToken cancel)
    {
        try
        {
            await using var from = part.Open();
            var buffer = new byte[Chunk];
            var left = part.Length;
            for (int read; (read = await from.ReadAsync(buffer, cancel)) > 0; left -= read)
            {
                if (read > left) throw new InvalidDataException("It is longer than it says.");
                take(buffer.AsSpan(0, read));
            }
            if (left > 0) throw new InvalidDataException("It is shorter than it says.");
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException) { throw new RuleException(BackupTrouble.Damaged(part.FullName)); }
    }
}
