using Integral.Platform.Data;
using Integral.Platform.Jobs;
using Integral.Platform.Localization;
using Integral.Platform.Recipes;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Integral.Platform.Tenancy;

/// <summary>Where a tenant's data lie: made from the template, kept, removed.</summary>
internal sealed class TenantStorage(Databases databases, Migrator migrations, SqliteFiles files, Servers servers, DataFolder folder, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly Sentence InUse = T.Say("The data are still being used. The institution is switched off now: try again in a minute.");

    public string Stamp => databases.Provider == Provider.Sqlite ? migrations.Stamp : "";

    /// <summary>Database servers besides the default one.</summary>
    public IReadOnlyList<string> Servers => servers.Names;

    /// <exception cref="RuleException">There is no such server in the settings.</exception>
    public string ServerCalled(string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) return "";
        var known = servers.Names.FirstOrDefault(s => s.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));
        Rule.Require(known is not null, servers.Names.Count == 0
            ? T.Say("There is no database server '{0}': this installation has only one.", name)
            : T.Say("There is no database server '{0}'. There are: {1}.", name, string.Join(", ", servers.Names)), "Server");
        return known;
    }

    /// <summary>Where a run lays its files ready: made when it has some.</summary>
    public string Temporary(Tenant tenant) => Path.Combine(folder.Temporary, $"{tenant.Id:N}-{Guid.NewGuid():N}");

    /// <summary>A sign, before the tenant's row is there, of who makes it: if that process dies, others know that nobody will finish it.</summary>
    public void Claim(Tenant tenant) => Directory.CreateDirectory(Path.Combine(folder.Temporary, $"{tenant.Id:N}"));

    public void Unclaim(Tenant tenant)
    {
        var sign = Path.Combine(folder.Temporary, $"{tenant.Id:N}");
        if (Directory.Exists(sign)) Directory.Delete(sign, recursive: true);
    }

    public Task MakeAsync(Tenant tenant) =>
        databases.Provider == Provider.Sqlite ? migrations.CopyTemplateAsync(folder.Tenant(tenant.Id)) : Task.CompletedTask;

    /// <summary>Throws away what a run that didn't succeed had laid ready.</summary>
    public static void Discard(RecipeRun run)
    {
        if (Directory.Exists(run.Temporary)) Directory.Delete(run.Temporary, recursive: true);
    }

    /// <summary>Moves a folder of files to the place of a new tenant's.</summary>
    public void Keep(string files, Tenant tenant)
    {
        if (!Directory.Exists(files)) return;
        foreach (var file in Directory.EnumerateFiles(files, "*", SearchOption.AllDirectories)) Disk.Flush(file);     // the rows that name them will survive a power cut
        var home = folder.Files(tenant.Id);
        Directory.CreateDirectory(Path.GetDirectoryName(home)!);
        Directory.Move(files, home);
        Disk.FlushFolder(Path.GetDirectoryName(home)!);
    }

    /// <summary>
    /// Waits until nobody uses the data of a tenant that is no longer running, in another process either.
    /// </summary>
    /// <exception cref="RuleException">Somebody does, and doesn't stop.</exception>
    public async Task ReleaseAsync(Tenant tenant, CancellationToken cancel)
    {
        var file = folder.Tenant(tenant.Id);
        if (databases.Provider != Provider.Sqlite || !File.Exists(file)) return;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            await files.CloseAsync(file, patience.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested) { throw new RuleException(InUse); }
        Rule.Require(SqliteFile.IsReleased(file), InUse);      // a damaged one is archived as it is
    }

    /// <summary>
    /// Takes away all that a tenant has, the catalogue's row last. A tenant that was seen leaves a tombstone. One that is being made is taken
    /// only if its row still says so: its maker may have finished a moment ago, and what can be seen isn't taken back.
    /// </summary>
    public async Task RemoveAsync(Tenant tenant)
    {
        if (tenant.State == TenantState.Creating && !await GivesUpAsync(tenant)) return;
        if (databases.Provider == Provider.Sqlite) await RemoveFileAsync(tenant.Id);
        else await RemoveRowsAsync(tenant);
        if (Directory.Exists(folder.Files(tenant.Id))) Directory.Delete(folder.Files(tenant.Id), recursive: true);

        await using var host = databases.OpenHost("remove", clock, tenant.Id);
        await host.WriteAsync(() => tenant.State == TenantState.Creating
            ? host.Tenants.Where(t => t.Id == tenant.Id && t.State == TenantState.Removed).ExecuteDeleteAsync()
            : BuryAsync(host, tenant.Id));
        Unclaim(tenant);
    }

    // From now on its maker can't open it any more.
    private async Task<bool> GivesUpAsync(Tenant tenant)
    {
        await using var host = databases.OpenHost("remove", clock, tenant.Id);
        var given = 0;
        await host.WriteAsync(async () => given = await host.Tenants.Where(t => t.Id == tenant.Id && t.State == TenantState.Creating)
            .ExecuteUpdateAsync(t => t.SetProperty(x => x.State, TenantState.Removed)));
        return given == 1 || !await host.Tenants.AnyAsync(t => t.Id == tenant.Id);
    }

    private static async Task BuryAsync(HostDb host, Guid id)
    {
        await host.Memberships.Where(m => m.TenantId == id).ExecuteDeleteAsync();
        await host.Invitations.Where(i => i.TenantId == id).ExecuteDeleteAsync();
        await host.Roles.Where(r => r.TenantId == id).ExecuteDeleteAsync();
        await host.Figures.Where(f => f.TenantId == id).ExecuteDeleteAsync();
        await host.PostedLetters.Where(l => l.TenantId == id).ExecuteDeleteAsync();
        var row = await host.Tenants.SingleAsync(t => t.Id == id);
        row.Bury();
        await host.SaveChangesAsync();
    }

    private async Task RemoveFileAsync(Guid id)
    {
        var file = folder.Tenant(id);
        await files.CloseAsync(file);
        foreach (var part in new[] { file, file + "-wal", file + "-shm" }) File.Delete(part);
        if (Directory.Exists(folder.Former)) File.Delete(folder.FormerTenant(id));
    }

    // The application's role may not delete audit entries: removal is the owner's.
    private async Task RemoveRowsAsync(Tenant tenant)
    {
        await using var owner = new NpgsqlConnection(servers.Owner(tenant.Server));
        await owner.OpenAsync();
        await using var tables = new NpgsqlCommand("SELECT set_config('app.removing', $1, false)", owner) { Parameters = { new() { Value = tenant.Id.ToString() } } };
        await tables.ExecuteNonQueryAsync();
        // Foreign keys are checked at the end of each statement, so tables are emptied in rounds until none refuses.
        await using var remove = new NpgsqlCommand("""
            DO $$
            DECLARE t record; refused boolean := true; rounds int := 0;
            BEGIN
              WHILE refused AND rounds < 50 LOOP
                refused := false; rounds := rounds + 1;
                FOR t IN SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname NOT LIKE '\_\_migrations%' LOOP
                  BEGIN
                    EXECUTE format('DELETE FROM public.%I WHERE tenant_id = current_setting(''app.removing'')::uuid', t.relname);
                  EXCEPTION WHEN foreign_key_violation THEN refused := true;
                  END;
                END LOOP;
              END LOOP;
            END $$;
            """, owner);
        await remove.ExecuteNonQueryAsync();
    }
}
