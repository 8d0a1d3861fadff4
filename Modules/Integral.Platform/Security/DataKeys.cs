using System.Xml.Linq;
using Integral.Platform.Data;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Security;

/// <summary>Keeps the data-protection keys in the host's database, where every node finds them.</summary>
internal sealed class DataKeys(Databases databases, TimeProvider clock) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var host = Open();
        return [.. host.DataKeys.AsNoTracking().Select(k => k.Xml).AsEnumerable().Select(XElement.Parse)];
    }

    // The framework asks synchronously, once in some months.
    public void StoreElement(XElement element, string friendlyName)
    {
        using var host = Open();
        host.DataKeys.Add(new() { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        host.SaveChangesAsync().GetAwaiter().GetResult();
    }

    private HostDb Open() => databases.OpenHost("keys", clock);
}
