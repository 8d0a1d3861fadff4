using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Integral.Platform.Backup;

namespace Integral.Tests.Tenancy;

/// <summary>A backup with parts changed by somebody, and hashes that fit or don't.</summary>
internal sealed class Forged
{
    public List<(string Name, byte[] Content)> Parts { get; } = [];

    public static Forged Of(string path)
    {
        var forged = new Forged();
        using var zip = ZipFile.OpenRead(path);
        foreach (var entry in zip.Entries)
        {
            using var content = new MemoryStream();
            using (var from = entry.Open()) from.CopyTo(content);
            forged.Parts.Add((entry.FullName, content.ToArray()));
        }
        return forged;
    }

    public Forged Change(string name, Func<string, string> change)
    {
        var at = Parts.FindIndex(p => p.Name == name);
        Parts[at] = (name, Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(Parts[at].Content))));
        return this;
    }

    /// <summary>Another part before the hashes.</summary>
    public Forged Add(string name, byte[] content)
    {
        Parts.Insert(Parts.Count - 1, (name, content));
        return this;
    }

    public Forged Without(Predicate<string> name)
    {
        Parts.RemoveAll(p => name(p.Name));
        return this;
    }

    /// <param name="to">Where to.</param>
    /// <param name="isHashed">With hashes of what it holds now, as the product would write them.</param>
    public void Write(string to, bool isHashed = true)
    {
        if (isHashed) Change(EntryNames.Hashes, _ => string.Concat(Parts.SkipLast(1).Select(p => $"{new HashLine(Convert.ToHexStringLower(SHA256.HashData(p.Content)), p.Name)}\n")));
        using var zip = ZipFile.Open(to, ZipArchiveMode.Create);
        foreach (var (name, content) in Parts)
        {
            using var entry = zip.CreateEntry(name).Open();
            entry.Write(content);
        }
    }
}
