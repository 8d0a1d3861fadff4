using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Integral.Platform.Backup;

/// <summary>Writes a zip file part after part. The last one says what each of the others must be, as <c>sha256sum</c> would.</summary>
internal sealed class HashedZip(Stream to) : IDisposable
{
    private readonly ZipArchive zip = new(to, ZipArchiveMode.Create, leaveOpen: true);
    private readonly List<HashLine> lines = [];

    /// <summary>The next part, to be written and disposed of before another is begun.</summary>
    /// <param name="name">One of <see cref="EntryNames"/>.</param>
    /// <param name="level">Pictures don't get smaller, rows do.</param>
    public Stream Begin(string name, CompressionLevel level = CompressionLevel.Fastest) =>
        new HashedPart(zip.CreateEntry(name, level).Open(), hash => lines.Add(new(hash, name)));

    public async Task AddAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancel)
    {
        await using var part = Begin(name);
        await part.WriteAsync(content, cancel);
    }

    /// <returns>The canonical hash.</returns>
    public async Task<string> EndAsync(CancellationToken cancel)
    {
        await using var part = zip.CreateEntry(EntryNames.Hashes, CompressionLevel.Fastest).Open();
        foreach (var line in lines) await part.WriteAsync(Encoding.UTF8.GetBytes($"{line}\n"), cancel);
        return HashLine.Canonical(lines);
    }

    public void Dispose() => zip.Dispose();

    // A hash passes on what it is given.
    private sealed class HashedPart(Stream part, SHA256 hash, Action<string> end) : CryptoStream(part, hash, CryptoStreamMode.Write)
    {
        private bool isEnded;

        public HashedPart(Stream part, Action<string> end) : this(part, SHA256.Create(), end) { }

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            if (!disposing || isEnded) return;
            isEnded = true;
            end(Convert.ToHexStringLower(hash.Hash!));
            hash.Dispose();
        }
    }
}

/// <summary>The hash of a part.</summary>
internal sealed record HashLine(string Hash, string Name)
{
    /// <summary>
    /// One hash of all rows and files: SHA-256 over the lines of the parts under <c>rows/</c> and <c>files/</c>, sorted by name. It doesn't depend
    /// on the engine, on the time or on how the file was compressed. What restoring may change isn't in it: the tenant's id, address, parent,
    /// host names and code; accounts, memberships and roles, which are the installation's.
    /// </summary>
    public static string Canonical(IEnumerable<HashLine> lines)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in lines.Where(l => EntryNames.IsContent(l.Name)).OrderBy(l => l.Name, StringComparer.Ordinal)) hash.AppendData(Encoding.UTF8.GetBytes($"{line}\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <exception cref="InvalidDataException">It isn't such a line.</exception>
    public static HashLine Of(string line) => line.Split("  ", 2) is [var hash, var name] ? new(hash, name) : throw new InvalidDataException("Not a hash.");

    public override string ToString() => $"{Hash}  {Name}";
}
