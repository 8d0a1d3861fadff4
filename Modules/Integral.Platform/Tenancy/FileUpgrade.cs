using Integral.Platform.Data;
using Integral.Platform.Localization;

namespace Integral.Platform.Tenancy;

/// <summary>
/// Upgrades a tenant's SQLite file whole or not at all. SQLite's transactions don't do: each module has its migrations, and a table made anew
/// leaves the transaction. So a copy is upgraded and takes the file's place in one step; the file as it was stays in <c>former/</c>.
/// </summary>
internal sealed class FileUpgrade(Migrator migrations, SqliteFiles files, DataFolder folder, TimeProvider clock)
{
    /// <exception cref="RuleException">Another process has it open, so what it saves could be lost.</exception>
    /// <exception cref="IOException">The file isn't there, or the disk is full.</exception>
    public async Task RunAsync(Guid tenant, CancellationToken cancel)
    {
        var file = folder.Tenant(tenant);
        using var turn = await folder.Unfinished.HoldAsync($"{tenant:N}.upgrade", cancel);       // a verb beside the server comes to it too
        if (!File.Exists(file)) throw new FileNotFoundException($"The file {file} isn't there.");
        await files.CloseAsync(file, cancel);
        if (await migrations.IsUpgradedAsync(file, cancel)) return;
        if (!SqliteFile.IsReleased(file)) throw InUse;
        var before = File.GetLastWriteTimeUtc(file);

        var upgraded = Path.Combine(folder.Temporary, $"{Guid.NewGuid():N}.db");
        try
        {
            File.Copy(file, upgraded);
            await migrations.UpgradeAsync(upgraded, cancel);
            Disk.Flush(upgraded);
            if (File.Exists(file + "-wal") || File.GetLastWriteTimeUtc(file) != before) throw InUse;       // somebody has come to it meanwhile
            Exchange(file, upgraded, folder.FormerTenant(tenant));
        }
        finally { File.Delete(upgraded); }
    }

    private static RuleException InUse => new(T.Say("Its file is open in another process, perhaps one of the former version. Stop that one."));

    private void Exchange(string file, string upgraded, string former)
    {
        Directory.CreateDirectory(folder.Former);
        File.Replace(upgraded, file, former);
        File.SetLastWriteTimeUtc(former, clock.GetUtcNow().UtcDateTime);        // from now on it is kept for a while
        Disk.FlushFolder(folder.Former);
        Disk.FlushFolder(folder.Tenants);
    }
}
