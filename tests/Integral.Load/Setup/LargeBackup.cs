using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Integral.Load.Setup;

/// <summary>A backup of a small school blown up to a large one: the product restores it, so that nothing of it is made past the product.</summary>
internal sealed class LargeBackup : IDisposable
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ZipArchive from, to;
    private readonly StringBuilder hashes = new();

    private LargeBackup(string small, string large) => (from, to) = (ZipFile.OpenRead(small), ZipFile.Open(large, ZipArchiveMode.Create));

    /// <summary>Half the rows are persons, half are entries of the audit trail; files are noise, as pictures are.</summary>
    public static void Write(string small, string large, int rows, int files, int bytesOfFile)
    {
        using var backup = new LargeBackup(small, large);
        foreach (var part in backup.from.Entries.Where(e => e.FullName != "hashes.txt"))
        {
            using var content = part.Open();
            if (part.FullName is "rows/people.jsonl" or "rows/audit_entries.jsonl") backup.Add(part.FullName, to => Repeat(content, to, rows / 2));
            else backup.Add(part.FullName, content.CopyTo);
        }
        var noise = new byte[bytesOfFile];
        for (var i = 0; i < files; i++)
        {
            RandomNumberGenerator.Fill(noise);
            backup.Add($"files/{i:x32}", to => to.Write(noise));
        }
        using var said = backup.to.CreateEntry("hashes.txt").Open();
        said.Write(Encoding.UTF8.GetBytes(backup.hashes.ToString()));
    }

    private void Add(string name, Action<Stream> write)
    {
        using var hash = SHA256.Create();
        using (var part = new CryptoStream(to.CreateEntry(name, name.StartsWith("files/", StringComparison.Ordinal) ? CompressionLevel.NoCompression : CompressionLevel.Fastest).Open(), hash, CryptoStreamMode.Write)) write(part);
        hashes.Append(Convert.ToHexStringLower(hash.Hash!)).Append("  ").Append(name).Append('\n');
    }

    // The first row again and again, each time with a key of its own.
    private static void Repeat(Stream from, Stream to, int rows)
    {
        using var lines = new StreamReader(from);
        var header = lines.ReadLine()!;
        var key = JsonNode.Parse(header)!.AsObject().Select((c, i) => (c.Key, i)).Single(c => c.Key == "Id").i;
        var row = JsonNode.Parse(lines.ReadLine()!)!.AsArray();
        to.Write(Encoding.UTF8.GetBytes($"{header}\n"));
        for (var i = 0; i < rows; i++)
        {
            row[key] = $"0197f9a0-0000-7000-8000-{i:x12}";
            to.Write(Encoding.UTF8.GetBytes($"{row.ToJsonString(Readable)}\n"));
        }
    }

    public void Dispose()
    {
        to.Dispose();
        from.Dispose();
    }
}
