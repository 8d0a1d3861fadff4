using System.Data.Common;
using Integral.Platform.Audit;
using Integral.Platform.Data;
using Integral.Platform.Jobs;
using Integral.Platform.Localization;
using Integral.Platform.Modules;
using Integral.Platform.Search;
using Integral.Platform.Tenancy;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;

namespace Integral.Platform.Backup;

/// <summary>Puts a backup's rows and files into a tenant that has none yet: files first, then all rows in one transaction.</summary>
internal sealed class RestoredContent(Databases databases, Migrator migrations, TenantStorage storage, ModuleCatalog modules, Trail trail, ILogger<RestoredContent> log)
{
    private readonly FormerRows former = new(migrations);

    /// <exception cref="RuleException">They don't fit together.</exception>
    public async Task FillAsync(Tenant tenant, BackupFile backup, IProgress<WorkStep>? progress, CancellationToken cancel)
    {
        var temporary = Directory.CreateDirectory(storage.Temporary(tenant)).FullName;
        try
        {
            progress?.Report(new(30, T.Say("Unpacking its files")));
            var files = Path.Combine(temporary, "files");
            await UnpackAsync(backup, files, cancel);
            progress?.Report(new(60, T.Say("Writing its data")));
            await using var db = databases.Open(tenant, () => trail with { TenantId = tenant.Id });
            var tables = TableShape.AllOf(db);
            var rows = await RowsAsync(backup, tables, temporary, cancel);
            await db.WriteAsync(async () =>
            {
                await InsertAsync(new(db.Database.CurrentTransaction!.GetDbTransaction()), tables, rows, cancel);
                await new IndexCheck(db, modules).WholeAsync(cancel);
                storage.Keep(files, tenant);        // before the rows that name them can be seen
            }, cancel);
        }
        finally { Directory.Delete(temporary, recursive: true); }
    }

    private static async Task UnpackAsync(BackupFile backup, string folder, CancellationToken cancel)
    {
        foreach (var part in backup.Files)
        {
            var path = Path.GetFullPath(Path.Combine(folder, EntryNames.Relative(part.FullName)));
            Rule.Require(path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal), BackupTrouble.Foreign(part.FullName));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using var from = part.Open();
            await using var to = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 17);
            await from.CopyToAsync(to, 1 << 17, cancel);
        }
    }

    private async Task<Func<string, Stream?>> RowsAsync(BackupFile backup, IReadOnlyList<TableShape> tables, string temporary, CancellationToken cancel)
    {
        if (backup.Manifest.IsOlderThan(migrations.Levels)) return await ToldAsync("rows", () => former.UpgradeAsync(backup, tables, temporary, cancel));
        foreach (var strange in backup.Tables.Except(tables.Select(t => t.Name))) throw new RuleException(BackupTrouble.Foreign(EntryNames.OfRows(strange)));
        return name => backup.Open(EntryNames.OfRows(name));
    }

    private async Task InsertAsync(TableRows rows, IReadOnlyList<TableShape> tables, Func<string, Stream?> source, CancellationToken cancel)
    {
        foreach (var table in tables) await RunAsync(table, rows.InsertAsync);
        foreach (var table in tables.Where(t => t.Later.Count > 0)) await RunAsync(table, rows.FillLaterAsync);

        async Task RunAsync(TableShape table, Func<TableShape, Stream, CancellationToken, Task> work)
        {
            if (source(table.Name) is not { } from) return;
            await using (from)
                await ToldAsync(EntryNames.OfRows(table.Name), async () => { await work(table, from, cancel); return true; });
        }
    }

    // Its hashes are right, so it wasn't damaged on the way: whoever made it wrote what no installation has.
    private async Task<TDone> ToldAsync<TDone>(string where, Func<Task<TDone>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception odd) when (odd is InvalidDataException or DbException && !DiskTrouble.IsFull(odd))
        {
            log.LogWarning(odd, "The backup can't be restored at {Part}.", where);
            throw new RuleException(T.Say("The rows in '{0}' of this backup don't fit together. Nothing was restored.", where));
        }
    }
}
