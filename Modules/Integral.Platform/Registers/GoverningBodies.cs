using System.Security.Cryptography;
using System.Text;
using Integral.Platform.Tenancy;

namespace Integral.Platform.Registers;

/// <summary>Governing bodies by their names: a register has no codes for them.</summary>
internal static class GoverningBodies
{
    public static bool IsSame(string name, string? other) => other is not null && Plain(name) == Plain(other);

    /// <summary>Its key in the catalogue, made of its name and of the one under which it stands: two cities may each have a body of one name.</summary>
    public static string CodeOf(Tenant parent, string name) => $"body-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{parent.Id} {Plain(name)}")))[..16]}";

    /// <summary>The one of this name below the parent, however it was made.</summary>
    public static Tenant? Find(Catalogue catalogue, Tenant parent, string name) =>
        catalogue.Below(parent).FirstOrDefault(t => t.Kind is not (TenantKind.School or TenantKind.Kindergarten or TenantKind.Centre) && IsSame(t.Name, name));

    // People type the same name with other spaces and other apostrophes.
    public static string Plain(string name) =>
        string.Join(' ', name.Replace('`', '\'').Replace('’', '\'').Replace('ʼ', '\'').ToUpperInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
