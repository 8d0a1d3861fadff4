using System.Globalization;
using System.IO.Compression;
using Integral.Platform.Data;
using Integral.Platform.Jobs;
using Integral.Platform.Tenancy;

namespace Integral.Platform.Backup;

/// <summary>A backup that lies on the server.</summary>
/// <param name="Name">Its file's name.</param>
/// <param name="Hash">The canonical hash of what it holds.</param>
public sealed record KeptBackup(string Name, DateTime TakenAt, long Bytes, string Hash);

/// <summary>The backups that were made on the screens: each institution's in a folder of its own in the data folder.</summary>
public sealed class KeptBackups
{
    private readonly TenantBackup backup;
    private readonly DataFolder folder;
    private readonly TimeProvider clock;

    internal KeptBackups(TenantBackup backup, DataFolder folder, TimeProvider clock) => (this.backup, this.folder, this.clock) = (backup, folder, clock);

    public Task<BackedUp> MakeAsync(Tenant tenant, IProgress<WorkStep>? progress, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder.Backups(tenant.Id));
        return backup.WriteAsync(tenant, Path.Combine(folder.Backups(tenant.Id), string.Create(CultureInfo.InvariantCulture, $"{clock.GetUtcNow():yyyyMMdd-HHmmss}.zip")), progress: progress, cancel: cancel);
    }

    /// <summary>The newest first. What isn't a whole backup isn't listed.</summary>
    public IReadOnlyList<KeptBackup> Of(Tenant tenant) => !Directory.Exists(folder.Backups(tenant.Id)) ? [] :
        [.. Directory.EnumerateFiles(folder.Backups(tenant.Id), "*.zip").Select(Read).OfType<KeptBackup>().OrderByDescending(b => b.TakenAt)];

    /// <exception cref="NotFoundException">There is none of that name.</exception>
    public string PathOf(Tenant tenant, string name) =>
        Of(tenant).Any(b => b.Name == name) ? Path.Combine(folder.Backups(tenant.Id), name) : throw new NotFoundException();

    public void Remove(Tenant tenant, string name) => File.Delete(PathOf(tenant, name));

    /// <summary>Keeps what somebody sends until it has been restored: the caller deletes it.</summary>
    public async Task<string> ReceiveAsync(Stream from, CancellationToken cancel)
    {
        var path = Path.Combine(folder.Temporary, $"{Guid.NewGuid():N}.zip");
        await using var to = new FileStream(path, Disk.ForUsOnly(FileMode.CreateNew));
        await from.CopyToAsync(to, cancel);
        return path;
    }

    // The hashes of its parts give its own: nothing else of it need be read.
    private static KeptBackup? Read(string path)
    {
        try
        {
            using var zip = ZipFile.OpenRead(path);
            if (zip.GetEntry(EntryNames.Manifest) is not { } manifest || zip.GetEntry(EntryNames.Hashes) is not { } hashes) return null;
            using var lines = new StreamReader(hashes.Open());
            using var content = new MemoryStream();
            using (var from = manifest.Open()) from.CopyTo(content);
            var hash = HashLine.Canonical(lines.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(HashLine.Of));
            return new(Path.GetFileName(path), Manifest.Read(content.ToArray()).TakenAt, new FileInfo(path).Length, hash);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or RuleException) { return null; }
    }
}
