using System.IO.Compression;
using Integral.Platform.Localization;

namespace Integral.Platform.Backup;

/// <summary>A backup that was read from its first byte to its last: nothing in it is damaged, missing or too much.</summary>
internal sealed class BackupFile : IDisposable
{
    private readonly FileStream file;
    private readonly ZipArchive zip;

    private BackupFile(FileStream file, ZipArchive zip, Manifest manifest, string hash) => (this.file, this.zip, Manifest, Hash) = (file, zip, manifest, hash);

    public Manifest Manifest { get; }

    /// <summary>The canonical hash: <see cref="HashLine.Canonical"/>.</summary>
    public string Hash { get; }

    /// <summary>The tables that have rows.</summary>
    public IReadOnlyList<string> Tables => [.. zip.Entries.Where(e => EntryNames.IsRows(e.FullName)).Select(e => EntryNames.Table(e.FullName))];

    public IEnumerable<ZipArchiveEntry> Files => zip.Entries.Where(e => EntryNames.IsFile(e.FullName));

    /// <summary>What a small part holds; nothing for one that isn't there.</summary>
    public async Task<byte[]> BytesAsync(string name, CancellationToken cancel)
    {
        using var content = new MemoryStream();
        if (Open(name) is not { } part) return [];
        await using (part) await part.CopyToAsync(content, cancel);
        return content.ToArray();
    }

    /// <summary>What a part holds; null for one that isn't there.</summary>
    public Stream? Open(string name) => zip.GetEntry(name)?.Open();

    /// <exception cref="RuleException">It can't be restored here; the sentence says why.</exception>
    public static async Task<BackupFile> OpenAsync(string path, IReadOnlyDictionary<string, IReadOnlyList<string>> levels, CancellationToken cancel)
    {
        Rule.Require(File.Exists(path), T.Say("There is no file '{0}'.", path));
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        ZipArchive? zip = null;
        try
        {
            RequireZip(file);
            zip = Archive(file);
            var check = new BackupCheck(zip, file.Length);
            var manifest = Manifest.Read(await check.ManifestAsync(cancel));
            manifest.RequireKnown(levels);       // a newer one holds what isn't known here: that is no damage
            return new(file, zip, manifest, await check.WholeAsync(cancel));
        }
        catch
        {
            zip?.Dispose();
            await file.DisposeAsync();
            throw;
        }
    }

    private static void RequireZip(FileStream file)
    {
        Span<byte> first = stackalloc byte[4];
        var read = file.ReadAtLeast(first, 4, throwOnEndOfStream: false);
        Rule.Require(read == 4 && first.SequenceEqual("PK\x03\x04"u8), BackupTrouble.NotABackup);
        ZipEnd.Check(file);
    }

    private static ZipArchive Archive(FileStream file)
    {
        try
        {
            var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            _ = zip.Entries.Count;
            return zip;
        }
        catch (InvalidDataException) { throw new RuleException(BackupTrouble.Damaged("zip")); }
    }

    public void Dispose()
    {
        zip.Dispose();
        file.Dispose();
    }
}
