using Microsoft.Data.Sqlite;

namespace Integral.Load.Kills;

/// <summary>What lies in a data folder on SQLite, and what of it shouldn't.</summary>
internal sealed class Remains(string folder)
{
    /// <summary>Tenants that can be seen, by path.</summary>
    public IReadOnlyDictionary<string, Guid> Visible => Tenants("NOT IN ('Creating', 'Removed')");

    /// <summary>Everything half-done or left behind, in words; nothing after a sweep.</summary>
    public IReadOnlyList<string> Faults()
    {
        var (visible, all) = (Visible.Values.ToHashSet(), Tenants("<> 'Removed'"));
        return
        [
            .. Tenants("= 'Creating'").Keys.Select(path => $"the half-made tenant {path} is in the catalogue"),
            .. Names("tenants").Where(n => Id(n) is not { } id || !visible.Contains(id)).Select(n => $"tenants/{n} belongs to nobody"),
            .. visible.Where(id => !File.Exists(FileOf(id))).Select(id => $"{id} has no file"),
            .. Names("files").Where(n => Id(n) is not { } id || !visible.Contains(id)).Select(n => $"files/{n} belongs to nobody"),
            .. Names("temporary").Select(n => $"temporary/{n} is left"),
            .. Orphans("memberships", all.Values), .. Orphans("roles", all.Values), .. Orphans("due_work", all.Values),
        ];
    }

    /// <summary>A tenant's own data: damaged pages, and files that the rows don't name or the disk doesn't have.</summary>
    public IEnumerable<string> FaultsOf(Guid tenant)
    {
        if (Texts(FileOf(tenant), "PRAGMA integrity_check") is not ["ok"]) yield return $"{tenant} is damaged";
        var named = Texts(FileOf(tenant), "SELECT \"StoredName\" FROM content_media").ToHashSet();
        var there = Directory.Exists(FilesOf(tenant)) ? Directory.EnumerateFiles(FilesOf(tenant)).Select(f => Path.GetFileName(f)).ToHashSet() : [];
        if (named.Except(there).Any()) yield return $"{tenant} lacks files";
        if (there.Except(named).Any()) yield return $"{tenant} has {there.Except(named).Count()} files that no row names";
    }

    /// <summary>How many rows a query finds in a tenant's data, or in the host's.</summary>
    public int Count(Guid? tenant, string from) => int.Parse(Texts(tenant is { } id ? FileOf(id) : Path.Combine(folder, "host.db"), $"SELECT count(*) FROM {from}")[0], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>As if it had happened hours ago: nobody is called dead in his first seconds, nor his files old before an hour.</summary>
    public void Age()
    {
        var longAgo = DateTime.UnixEpoch.AddYears(40);
        foreach (var entry in Directory.EnumerateFileSystemEntries(Path.Combine(folder, "temporary"), "*", SearchOption.AllDirectories)) File.SetLastWriteTimeUtc(entry, longAgo);
    }

    private IEnumerable<string> Orphans(string table, IEnumerable<Guid> tenants)
    {
        var known = tenants.Select(t => $"{t}".ToUpperInvariant()).ToHashSet();
        return Texts(Path.Combine(folder, "host.db"), $"SELECT DISTINCT upper(\"TenantId\") FROM {table} WHERE \"TenantId\" IS NOT NULL").Where(id => !known.Contains(id)).Select(id => $"{table} of {id}, which isn't in the catalogue");
    }

    private Dictionary<string, Guid> Tenants(string state) =>
        Texts(Path.Combine(folder, "host.db"), $"SELECT \"Path\" || '|' || \"Id\" FROM tenants WHERE \"State\" {state}").Select(t => t.Split('|')).ToDictionary(t => t[0], t => Guid.Parse(t[1]));

    private IEnumerable<string> Names(string of) => Directory.Exists(Path.Combine(folder, of)) ? Directory.EnumerateFileSystemEntries(Path.Combine(folder, of)).Select(e => Path.GetFileName(e)) : [];

    private static Guid? Id(string name) => Guid.TryParse(name.Split('.')[0], out var id) ? id : null;
    private string FileOf(Guid tenant) => Path.Combine(folder, "tenants", $"{tenant}.db");
    private string FilesOf(Guid tenant) => Path.Combine(folder, "files", $"{tenant}");

    private static List<string> Texts(string file, string query)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // this file's own texts
        command.CommandText = query;
#pragma warning restore CA2100
        using var rows = command.ExecuteReader();
        var texts = new List<string>();
        while (rows.Read()) texts.Add(rows.GetString(0));
        return texts;
    }
}
