using System.Data.Common;
using Integral.Platform.Data;
using Integral.Platform.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Integral.Platform.Tenancy;

/// <summary>
/// Puts files in their place before the transaction that names them ends. A note of them is written first and lies in the process's temporary
/// folder until the end of that transaction is known: whoever finds the note of a process that died takes away what no row names.
/// </summary>
internal sealed class KeptFiles(Databases databases, ITenantRunner tenants, DataFolder folder, TimeProvider clock, ILogger<KeptFiles> log)
{
    private const string Ending = ".kept";
    private const int AtOnce = 100;

    public static bool IsNote(string path) => path.EndsWith(Ending, StringComparison.Ordinal);

    /// <summary>Where files are laid ready for a tenant: made when there are some.</summary>
    public string Temporary(Guid tenant) => Path.Combine(folder.Temporary, $"{tenant:N}-{Guid.NewGuid():N}");

    /// <summary>Moves files to their place; their names are unique.</summary>
    /// <param name="tenant">Whose they are.</param>
    /// <param name="from">The folder in which they were laid ready; it needn't be there.</param>
    /// <returns>The note of them: to be forgotten once the rows are there, or settled if they may not be. Empty if there are no files.</returns>
    public string Keep(Guid tenant, string from)
    {
        if (!Directory.Exists(from)) return "";
        var home = Directory.CreateDirectory(folder.Files(tenant)).FullName;
        string[] names = [.. Directory.EnumerateFiles(from).Select(f => Path.GetFileName(f))];
        var note = Path.Combine(folder.Temporary, $"{tenant:N}-{Guid.NewGuid():N}{Ending}");
        File.WriteAllLines(note, names);
        Disk.Flush(note);
        foreach (var name in names)
        {
            File.Move(Path.Combine(from, name), Path.Combine(home, name));
            Disk.Flush(Path.Combine(home, name));       // the row that names it will survive a power cut
        }
        return note;
    }

    public static void Forget(string note)
    {
        if (note.Length > 0) File.Delete(note);
    }

    /// <summary>Takes away those of a note's files that no row names. What can't be asked now is asked again later.</summary>
    public async Task SettleAsync(string note)
    {
        if (note.Length == 0) return;
        try
        {
            var names = await File.ReadAllLinesAsync(note);
            if (await OwnerAsync(note) is { } tenant)
            {
                var named = await tenants.RunAsync(tenant, "kept-files", services => NamedAsync(services, names));
                foreach (var name in names.Except(named)) File.Delete(Path.Combine(folder.Files(tenant.Id), name));
            }
            Forget(note);
        }
        catch (Exception trouble) when (trouble is DbException or IOException or UnauthorizedAccessException or RuleException or InvalidOperationException)
        {
            log.LogWarning(trouble, "Files that a run left in their place couldn't be looked at; trying again later.");
            if (File.Exists(note)) File.SetLastWriteTimeUtc(note, clock.GetUtcNow().UtcDateTime);       // so that it isn't swept away
        }
    }

    // Files of one that is half-made or gone go with it.
    private async Task<Tenant?> OwnerAsync(string note)
    {
        if (!Guid.TryParseExact(Path.GetFileName(note).Split('-')[0], "N", out var id)) return null;
        await using var host = databases.OpenHost("kept-files", clock);
        return await host.Tenants.AsNoTracking().SingleOrDefaultAsync(t => t.Id == id && t.State != TenantState.Creating && t.State != TenantState.Removed);
    }

    private static async Task<HashSet<string>> NamedAsync(IServiceProvider tenant, string[] names)
    {
        var named = new HashSet<string>();
        foreach (var rows in tenant.GetServices<INameFiles>())
            foreach (var part in names.Chunk(AtOnce)) named.UnionWith(await rows.NamedAsync(part));
        return named;
    }
}
