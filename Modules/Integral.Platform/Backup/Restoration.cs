using Integral.Platform.Audit;
using Integral.Platform.Data;
using Integral.Platform.Jobs;
using Integral.Platform.Localization;
using Integral.Platform.Tenancy;

namespace Integral.Platform.Backup;

/// <summary>A backup to be restored.</summary>
/// <param name="File">Where it is.</param>
public sealed record NewFromBackup(string File)
{
    /// <summary>Its address here; null for the one it had.</summary>
    public string? Path { get; init; }

    /// <summary>What it is to stand under; null for the root.</summary>
    public Guid? ParentId { get; init; }
    public string? Server { get; init; }

    /// <summary>What the accounts' passwords in it are encrypted with; null leaves them where they are.</summary>
    public string? Password { get; init; }
}

/// <summary>What was restored, with what is to be known of it.</summary>
public sealed record Restored(Tenant Tenant, string Hash, IReadOnlyList<Sentence> Says);

/// <summary>
/// Makes a tenant from a backup, all or nothing and in the order of decision 6: the whole file is checked, a row reserves the address, files and rows are
/// written where nobody sees them, and the host's rows make it visible.
/// </summary>
public sealed class Restoration
{
    private readonly Reservations reservations;
    private readonly RestoredContent content;
    private readonly RestoredHost host;
    private readonly Catalogue catalogue;
    private readonly Migrator migrations;
    private readonly Trail trail;

    internal Restoration(Reservations reservations, RestoredContent content, RestoredHost host, Catalogue catalogue, Migrator migrations, Trail trail) =>
        (this.reservations, this.content, this.host, this.catalogue, this.migrations, this.trail) = (reservations, content, host, catalogue, migrations, trail);

    /// <exception cref="RuleException">The file can't be restored here, or its address can't be had; nothing is left behind.</exception>
    public async Task<Restored> RestoreAsync(NewFromBackup wanted, IProgress<WorkStep>? progress = null, CancellationToken cancel = default)
    {
        progress?.Report(new(5, T.Say("Checking the backup")));
        using var backup = await BackupFile.OpenAsync(wanted.File, migrations.Levels, cancel);
        var credentials = await CredentialsAsync(backup, wanted.Password, cancel);
        await catalogue.RefreshAsync(cancel);
        var (planned, hosts) = (Planned(backup.Manifest.Tenant, wanted), await reservations.FreeOfAsync(backup.Manifest.Tenant.Hosts));
        var tenant = await reservations.TakeAsync(planned, hosts);
        IReadOnlyList<Sentence> members;
        try
        {
            await reservations.MakeRoomAsync(tenant);
            await content.FillAsync(tenant, backup, progress, cancel);
            progress?.Report(new(90, T.Say("Opening the site")));
            members = await host.OpenAsync(tenant, backup, credentials, cancel);
        }
        catch
        {
            await reservations.GiveBackAsync([tenant]);
            throw;
        }
        // From here on it can be seen: whatever fails now, nothing is taken back.
        reservations.Finish(tenant);
        await catalogue.RefreshAsync(CancellationToken.None);
        progress?.Report(new(100, T.Say("Ready")));
        return new(catalogue.Of(tenant.Id) ?? tenant, backup.Hash, [.. Changes(backup.Manifest, tenant), .. members]);
    }

    private static async Task<IReadOnlyList<Credential>> CredentialsAsync(BackupFile backup, string? password, CancellationToken cancel)
    {
        if (password is null) return [];
        var file = await backup.BytesAsync(EntryNames.Credentials, cancel);
        Rule.Require(file.Length > 0, "There are no passwords in this backup: restore it without one.", "Password");
        return Credentials.Open(file, password, await backup.BytesAsync(EntryNames.Manifest, cancel));
    }

    private Tenant Planned(BackedUpTenant was, NewFromBackup wanted)
    {
        var path = wanted.Path ?? was.Path;
        return new()
        {
            Id = catalogue.Of(was.Id) is null ? was.Id : Guid.CreateVersion7(), Name = was.Name, Path = path, Kind = was.Kind, Culture = was.Culture, TimeZone = was.TimeZone,
            Code = catalogue.All.Any(t => t.Code == was.Code) ? null : was.Code, ParentId = reservations.Above(path, wanted.ParentId), CreatedAt = trail.Now,
            Schema = reservations.Stamp, Server = reservations.ServerCalled(wanted.Server),
        };
    }

    private IEnumerable<Sentence> Changes(Manifest manifest, Tenant tenant)
    {
        var was = manifest.Tenant;
        if (manifest.Installation != catalogue.Root?.Id) yield return T.Say("The backup was made by another installation.");
        if (tenant.Id != was.Id) yield return T.Say("The institution it was made of is here too: this one is a copy with an id of its own.");
        if (was.Code is { } code && tenant.Code is null) yield return T.Say("The code '{0}' is another institution's, so it has none.", code);
        foreach (var name in was.Hosts.Except(tenant.Hosts)) yield return T.Say("The host name '{0}' can't be had here and was left out.", name);
    }
}
