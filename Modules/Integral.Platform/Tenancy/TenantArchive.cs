using System.Globalization;
using System.IO.Compression;
using Integral.Platform.Backup;
using Integral.Platform.Data;

namespace Integral.Platform.Tenancy;

/// <summary>What a removed tenant had: a backup, from which it can come back. Data that can't be read any more are kept as they are.</summary>
internal sealed class TenantArchive(TenantBackup backup, DataFolder folder, TimeProvider clock)
{
    public async Task<string> WriteAsync(Tenant tenant, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder.Archive);
        var path = Path.Combine(folder.Archive, string.Create(CultureInfo.InvariantCulture, $"{tenant.Path}-{clock.GetUtcNow():yyyyMMdd-HHmmss}"));
        try
        {
            return (await backup.WriteAsync(tenant, $"{path}.zip", made: BackupMade.BeforeRemoval, cancel: cancel)).Path;
        }
        catch (Exception unreadable) when (File.Exists(folder.Tenant(tenant.Id)) && (unreadable is RuleException || DiskTrouble.IsDamaged(unreadable, folder.Tenant(tenant.Id)))) { return AsItIs(tenant, $"{path}-damaged.zip"); }
    }

    private string AsItIs(Tenant tenant, string path)
    {
        var unfinished = Path.Combine(folder.Temporary, $"{Guid.NewGuid():N}.zip");
        try
        {
            using (var zip = ZipFile.Open(unfinished, ZipArchiveMode.Create))
            {
                foreach (var part in new[] { "", "-wal" })
                    if (File.Exists(folder.Tenant(tenant.Id) + part)) zip.CreateEntryFromFile(folder.Tenant(tenant.Id) + part, $"data.db{part}");
                var files = folder.Files(tenant.Id);
                if (Directory.Exists(files))
                    foreach (var file in Directory.EnumerateFiles(files, "*", SearchOption.AllDirectories)) zip.CreateEntryFromFile(file, EntryNames.OfFile(Path.GetRelativePath(files, file)));
            }
            Disk.Flush(unfinished);
            File.Move(unfinished, path);
            Disk.FlushFolder(folder.Archive);
            return path;
        }
        finally { File.Delete(unfinished); }
    }
}
