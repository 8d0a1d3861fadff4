using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Integral.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Tenancy;

/// <summary>Everything that a removed tenant had, in one zip file: who and what it was, its data, its uploaded files.</summary>
internal sealed class TenantArchive(Databases databases, DataFolder folder, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Readable = new(Json.Options) { WriteIndented = true };

    /// <summary>Written under a temporary name and flushed: an archive that is there is whole.</summary>
    public async Task<string> WriteAsync(Tenant tenant, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var unfinished = Path.Combine(folder.Temporary, $"{Guid.NewGuid():N}.zip");
        try
        {
            using (var zip = ZipFile.Open(unfinished, ZipArchiveMode.Create)) await FillAsync(zip, tenant, now, cancel);
            Disk.Flush(unfinished);
            Directory.CreateDirectory(folder.Archive);
            var path = Path.Combine(folder.Archive, string.Create(CultureInfo.InvariantCulture, $"{tenant.Path}-{now:yyyyMMdd-HHmmss}.zip"));
            File.Move(unfinished, path);
            Disk.FlushFolder(folder.Archive);
            return path;
        }
        finally { File.Delete(unfinished); }
    }

    private async Task FillAsync(ZipArchive zip, Tenant tenant, DateTime now, CancellationToken cancel)
    {
        await using (var to = zip.CreateEntry("manifest.json").Open())
            await JsonSerializer.SerializeAsync(to, await ManifestAsync(tenant, now, cancel), Readable, cancel);
        if (databases.Provider == Provider.Sqlite) AddDatabase(zip, tenant);
        else await AddRowsAsync(zip, tenant, cancel);

        var files = folder.Files(tenant.Id);
        if (!Directory.Exists(files)) return;
        foreach (var file in Directory.EnumerateFiles(files, "*", SearchOption.AllDirectories))
            zip.CreateEntryFromFile(file, $"files/{Path.GetRelativePath(files, file).Replace('\\', '/')}");
    }

    // After the release it is one file; a damaged one may have left its log behind.
    private void AddDatabase(ZipArchive zip, Tenant tenant)
    {
        foreach (var part in new[] { "", "-wal" })
            if (File.Exists(folder.Tenant(tenant.Id) + part)) zip.CreateEntryFromFile(folder.Tenant(tenant.Id) + part, $"data.db{part}");
    }

    private async Task AddRowsAsync(ZipArchive zip, Tenant tenant, CancellationToken cancel)
    {
        await using var db = databases.Open(tenant, () => new(null, "archive", "archive", tenant.Id, clock));
        foreach (var table in TableRows.TablesOf(db))
        {
            await using var to = zip.CreateEntry($"data/{table.GetTableName()}.jsonl").Open();
            await TableRows.WriteAsync(db, table, to, cancel);
        }
    }

    private async Task<object> ManifestAsync(Tenant tenant, DateTime now, CancellationToken cancel)
    {
        await using var host = databases.OpenHost("archive", clock, tenant.Id);
        var members = await host.Memberships.AsNoTracking().Where(m => m.TenantId == tenant.Id)
            .Join(host.Users.AsNoTracking(), m => m.AccountId, a => a.Id, (m, a) => new { a.Id, login = a.UserName, a.Name, a.Email, a.Culture, m.PersonId, m.Roles, m.Reach, m.FromOn, m.UntilOn })
            .ToListAsync(cancel);
        var roles = await host.Roles.AsNoTracking().Where(r => r.TenantId == tenant.Id)
            .Select(r => new { r.Name, r.Title, r.Description, r.Granted, r.Withheld, r.IsDeleted }).ToListAsync(cancel);
        return new { format = 1, archivedAt = now, engine = databases.Provider.Name, tenant, members, roles };
    }
}
