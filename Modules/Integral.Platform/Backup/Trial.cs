using Integral.Platform.Audit;
using Integral.Platform.Data;
using Integral.Platform.Localization;
using Integral.Platform.Tenancy;

namespace Integral.Platform.Backup;

/// <summary>
/// Restores a backup as a restoration would, up to the step that would make it visible; hashes what is there then, and takes it away. Its row says
/// "being created" all the time: if the process dies, the sweeper takes what is left, as it does of any restoration.
/// </summary>
internal sealed class Trial(Reservations reservations, RestoredContent content, TenantBackup backups, Catalogue catalogue, Migrator migrations, Trail trail)
{
    /// <returns>False if it was made by an older version: upgraded rows have another hash.</returns>
    /// <exception cref="RuleException">It can't be restored, or what was restored isn't what was backed up.</exception>
    public async Task<bool> RunAsync(string file, Tenant of, CancellationToken cancel)
    {
        using var backup = await BackupFile.OpenAsync(file, migrations.Levels, cancel);
        if (backup.Manifest.IsOlderThan(migrations.Levels)) return false;
        var (id, was) = (Guid.CreateVersion7(), backup.Manifest.Tenant);
        var tenant = await reservations.TakeAsync(new Tenant
        {
            Id = id, Name = was.Name, Path = $"trial-{id:N}", Kind = was.Kind, Culture = was.Culture, TimeZone = was.TimeZone, ParentId = catalogue.Root?.Id, CreatedAt = trail.Now,
            Schema = reservations.Stamp, Server = of.Server,
        }, []);
        try
        {
            await reservations.MakeRoomAsync(tenant);
            await content.FillAsync(tenant, backup, null, cancel);
            var hash = await backups.HashAsync(tenant, cancel);
            Rule.Require(hash == backup.Hash, T.Say("What was restored isn't what was backed up: its hash is {0}, not {1}.", hash[..16], backup.Hash[..16]));
            return true;
        }
        finally { await reservations.GiveBackAsync([tenant]); }
    }
}
