using System.Data;
using System.Data.Common;
using System.IO.Compression;
using Integral.Platform.Audit;
using Integral.Platform.Data;
using Integral.Platform.Jobs;
using Integral.Platform.Localization;
using Integral.Platform.Tenancy;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Backup;

/// <summary>What was written.</summary>
/// <param name="Hash">The canonical hash: the same for the same rows and files, wherever they are.</param>
public sealed record BackedUp(string Path, string Hash, long Rows, int Files, long Bytes);

/// <summary>
/// Writes all that a tenant has into one file, the same whichever engine keeps it: a zip file with a manifest, the host's rows of the tenant, its rows
/// as JSON lines in the order in which they can be inserted, its files, and the hashes of all of these.
/// </summary>
public sealed class TenantBackup
{
    private readonly Databases databases;
    private readonly TenantUpgrades upgrades;
    private readonly Catalogue catalogue;
    private readonly Migrator migrations;
    private readonly DataFolder folder;
    private readonly AuditSealer sealer;
    private readonly TimeProvider clock;

    internal TenantBackup(Databases databases, TenantUpgrades upgrades, Catalogue catalogue, Migrator migrations, DataFolder folder, AuditSealer sealer, TimeProvider clock) =>
        (this.databases, this.upgrades, this.catalogue, this.migrations, this.folder, this.sealer, this.clock) = (databases, upgrades, catalogue, migrations, folder, sealer, clock);

    /// <summary>Written under a temporary name and flushed: a backup that is there is whole.</summary>
    /// <param name="password">Takes the accounts' passwords along, encrypted with this one; null leaves them out.</param>
    /// <exception cref="RuleException">A file of that name is there already, or the tenant's data can't be read.</exception>
    public async Task<BackedUp> WriteAsync(Tenant tenant, string path, string? password = null, IProgress<WorkStep>? progress = null, BackupMade made = BackupMade.ByHand, CancellationToken cancel = default)
    {
        var whole = Path.GetFullPath(path);
        Rule.Require(!Path.Exists(whole), T.Say("'{0}' is there already, and nothing is written over.", path));
        tenant = await upgrades.RequireAsync(tenant);
        await sealer.SealAsync(tenant, since: null, cancel);
        var (home, unfinished) = (Path.GetDirectoryName(whole)!, Path.Combine(Path.GetDirectoryName(whole)!, $".{Guid.NewGuid():N}.part"));
        try
        {
            var written = await FillAsync(tenant, unfinished, password, progress, made, cancel);
            Disk.Flush(unfinished);
            File.Move(unfinished, whole);
            Disk.FlushFolder(home);
            return written with { Path = whole, Bytes = new FileInfo(whole).Length };
        }
        finally { File.Delete(unfinished); }
    }

    private async Task<BackedUp> FillAsync(Tenant tenant, string path, string? password, IProgress<WorkStep>? progress, BackupMade made, CancellationToken cancel)
    {
        await using var file = new FileStream(path, Disk.ForUsOnly(FileMode.CreateNew));
        using var zip = new HashedZip(file);
        var manifest = new Manifest(Manifest.OurProduct, Manifest.OurFormat, Manifest.OurVersion, clock.GetUtcNow().UtcDateTime, catalogue.Root?.Id, databases.Provider.Name, BackedUpTenant.Of(tenant, made), migrations.Levels, made).Write();
        await zip.AddAsync(EntryNames.Manifest, manifest, cancel);

        // What touches both databases writes the tenant's first and the host's last. Read the other way round, whom the host names is there.
        progress?.Report(new(5, T.Say("Reading members and roles")));
        await using (var host = databases.OpenHost("backup", clock, tenant.Id)) await new HostRows(host, tenant, zip).WriteAsync(password, manifest, cancel);
        progress?.Report(new(10, T.Say("Reading its data")));
        var rows = await WriteRowsAsync(tenant, zip, cancel);
        progress?.Report(new(50, T.Say("Reading its files")));
        var files = await WriteFilesAsync(tenant, zip, cancel);
        progress?.Report(new(95, T.Say("Writing it to disk")));
        return new(path, await zip.EndAsync(cancel), rows, files, 0);
    }

    /// <summary>The canonical hash of what a tenant has now; nothing is written.</summary>
    internal async Task<string> HashAsync(Tenant tenant, CancellationToken cancel)
    {
        using var zip = new HashedZip(Stream.Null);
        await WriteRowsAsync(tenant, zip, cancel);
        await WriteFilesAsync(tenant, zip, cancel);
        return await zip.EndAsync(cancel);
    }

    private async Task<long> WriteRowsAsync(Tenant tenant, HashedZip zip, CancellationToken cancel)
    {
        await using var db = databases.Open(tenant, () => new(null, "backup", "backup", tenant.Id, clock));
        await db.Database.OpenConnectionAsync(cancel);
        await using var snapshot = await SnapshotAsync(db.Database.GetDbConnection(), cancel);
        var rows = new TableRows(snapshot);
        var count = 0L;
        foreach (var table in TableShape.AllOf(db)) count += await rows.ReadAsync(table, () => zip.Begin(EntryNames.OfRows(table.Name)), cancel);
        return count;
    }

    // All tables as they were at one moment, while others go on writing. SQLite's usual transaction would take their turn.
    private static async ValueTask<DbTransaction> SnapshotAsync(DbConnection connection, CancellationToken cancel) =>
        connection is SqliteConnection sqlite ? sqlite.BeginTransaction(deferred: true) : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);

    // Listed after the rows were read: what they name is there, for a file is written before the row that names it and never changed.
    private async Task<int> WriteFilesAsync(Tenant tenant, HashedZip zip, CancellationToken cancel)
    {
        var home = folder.Files(tenant.Id);
        if (!Directory.Exists(home)) return 0;
        var count = 0;
        foreach (var name in Directory.EnumerateFiles(home, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(home, f)).Order(StringComparer.Ordinal))
        {
            if (!EntryNames.IsKnown(EntryNames.OfFile(name)) || Opened(Path.Combine(home, name)) is not { } file) continue;
            await using (file)
            await using (var part = zip.Begin(EntryNames.OfFile(name), CompressionLevel.NoCompression)) await file.CopyToAsync(part, 1 << 17, cancel);
            count++;
        }
        return count;
    }

    // One that was replaced a moment ago is gone.
    private static FileStream? Opened(string file)
    {
        try
        {
            return File.OpenRead(file);
        }
        catch (FileNotFoundException) { return null; }
    }
}
