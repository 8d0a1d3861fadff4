using Integral.Platform.Data;
using Integral.Platform.Security;

namespace Integral.Platform.Files;

/// <summary>The current tenant's uploaded files. They lie under names of ours; what a person calls them stands in the database.</summary>
public sealed class TenantFiles
{
    private readonly DataFolder folder;
    private readonly Current current;

    internal TenantFiles(DataFolder folder, Current current) => (this.folder, this.current) = (folder, current);

    /// <exception cref="ArgumentException">The name has a folder in it: it isn't one of ours.</exception>
    public string PathOf(string storedName)
    {
        if (storedName.Length == 0 || storedName[0] == '.' || Path.GetFileName(storedName) != storedName) throw new ArgumentException("A stored name is a bare file name.", nameof(storedName));
        return Path.Combine(folder.Files(current.Tenant.Id), storedName);
    }
}
