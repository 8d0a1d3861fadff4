using System.Globalization;
using System.IO.Compression;
using Integral.Platform.Data;
using Integral.Platform.Jobs;
using Integral.Platform.Tenancy;

namespace Integral.Platform.Backup;

/// <summary>A backup that lies on the server.</summary>
/// <param name="Name">Its file's name.</param>
/// <param name="Hash">The canonical hash of what it holds.</param>
public sealed record KeptBackup(string Name, DateTime TakenAt, BackupMade Made, long Bytes, string Hash);

/// <summary>The backups that lie on the server, made on the screens or by schedule: each institution's in a folder of its own in the data folder.</summary>
public sealed class KeptBackups
{
    private static readonly TimeSpan HalfAtMost = TimeSpan.FromDays(1);

    private readonly TenantBackup backup;
    private readonly DataFolder folder;
    private readonly Migrator migrations;
    private readonly TimeProvider clock;

    internal KeptBackups(TenantBackup backup, DataFolder folder, Migrator migrations, TimeProvider clock) => (this.backup, this.folder, this.migrations, this.clock) = (backup, folder, migrations, clock);

    public Task<BackedUp> MakeAsync(Tenant tenant, BackupMade made, IProgress<WorkStep>? progress, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder.Backups(tenant.Id));
        var now = clock.GetUtcNow().UtcDateTime;
        var name = made == BackupMade.BySchedule ? ScheduledFile.NameOf(now) : string.Create(CultureInfo.InvariantCulture, $"{now:yyyyMMdd-HHmmss}.zip");
        return backup.WriteAsync(tenant, Path.Combine(folder.Backups(tenant.Id), name), progress: progress, made: made, cancel: cancel);
    }

    /// <summary>
    /// Makes a scheduled one. If it holds exactly what the last one holds, it becomes another name of that one: what stays when is decided by names, so
    /// nothing else need know.
    /// </summary>
    internal async Task<BackedUp> MakeScheduledAsync(Tenant tenant, CancellationToken cancel)
    {
        var last = ScheduledFile.In(folder.Backups(tenant.Id)) is [var newest, ..] ? newest : null;
        var made = await MakeAsync(tenant, BackupMade.BySchedule, null, cancel);
        if (last is null || !SameContent.Of(last.Path, made.Path) || !await IsWholeAsync(last.Path, cancel)) return made;
        var name = Path.Combine(folder.Backups(tenant.Id), $".{Guid.NewGuid():N}.part");
        if (!Disk.TryLink(last.Path, name)) return made;
        File.Move(name, made.Path, overwrite: true);
        Disk.FlushFolder(folder.Backups(tenant.Id));
        return made;
    }

    // What has been damaged on the disk meanwhile must not take the place of a good one.
    private async Task<bool> IsWholeAsync(string path, CancellationToken cancel)
    {
        try
        {
            using var read = await BackupFile.OpenAsync(path, migrations.Levels, cancel);
            return true;
        }
        catch (RuleException) { return false; }
    }

    /// <summary>Deletes scheduled backups that are too many, and what was being written when its process died.</summary>
    internal void Thin(Tenant tenant, Retention retention)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        // Asked of the file itself too: a name can be given by anybody.
        foreach (var old in retention.TooMany(ScheduledFile.In(folder.Backups(tenant.Id)), now).Where(f => Read(f.Path)?.Made == BackupMade.BySchedule)) File.Delete(old.Path);
        foreach (var half in Directory.EnumerateFiles(folder.Backups(tenant.Id), ".*.part").Where(f => File.GetLastWriteTimeUtc(f) < now - HalfAtMost)) File.Delete(half);
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
            var said = Manifest.Read(content.ToArray());
            return new(Path.GetFileName(path), said.TakenAt, said.Made, new FileInfo(path).Length, hash);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or RuleException) { return null; }
    }
}
