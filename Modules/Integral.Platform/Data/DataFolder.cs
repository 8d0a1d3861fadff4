using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Integral.Platform.Data;

/// <summary>Where the installation keeps its files: <c>Integral:DataPath</c>, else App_Data beside the host.</summary>
internal sealed class DataFolder : IDisposable
{
    public DataFolder(IConfiguration configuration, IHostEnvironment environment)
    {
        Root = Path.GetFullPath(configuration["Integral:DataPath"] is { Length: > 0 } set ? set : Path.Combine(environment.ContentRootPath, "App_Data"));
        Directory.CreateDirectory(Tenants);
        Directory.CreateDirectory(Templates);
        Unfinished = new(Directory.CreateDirectory(Path.Combine(Root, "temporary")).FullName);
    }

    public string Root { get; }
    public string Host => Path.Combine(Root, "host.db");

    /// <summary>When host jobs are to run next. A file of its own: its writers don't queue at the host's gate.</summary>
    public string Jobs => Path.Combine(Root, "jobs.db");
    public string Tenants => Path.Combine(Root, "tenants");
    public string Templates => Path.Combine(Root, "templates");

    /// <summary>Locks of those who upgrade a file.</summary>
    public string Upgrading => Path.Combine(Root, "upgrading");

    public TemporaryFolder Unfinished { get; }

    /// <summary>What isn't finished lies here until it is moved to its place or thrown away.</summary>
    public string Temporary => Unfinished.Own;

    /// <summary>What was removed, each tenant as one zip file.</summary>
    public string Archive => Path.Combine(Root, "archive");

    /// <summary>Files as they were before they were last upgraded.</summary>
    public string Former => Path.Combine(Root, "former");

    /// <summary>Backups that lie on the server, and what trials of them said.</summary>
    public string AllBackups => Path.Combine(Root, "backups");

    /// <summary>A tenant's, made on the screens or by schedule.</summary>
    public string Backups(Guid id) => Path.Combine(AllBackups, $"{id}");

    public string Tenant(Guid id) => Path.Combine(Tenants, $"{id}.db");
    public string FormerTenant(Guid id) => Path.Combine(Former, $"{id}.db");

    /// <summary>Uploaded files of a tenant.</summary>
    public string Files(Guid id) => Path.Combine(Root, "files", $"{id}");

    public void Dispose() => Unfinished.Dispose();
}
