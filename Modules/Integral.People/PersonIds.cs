using System.Security.Cryptography;
using System.Text;

namespace Integral.People;

/// <summary>
/// Ids of persons that are made of a login: what a recipe or a table names twice, or names again after a crash between the institution's data and
/// the host's rows, is one person.
/// </summary>
internal static class PersonIds
{
    /// <param name="login">Normalized.</param>
    public static Guid Of(Tenant tenant, string login)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{tenant.Id}/{login}"))[..16];
        (bytes[6], bytes[8]) = ((byte)(bytes[6] & 0x0F | 0x80), (byte)(bytes[8] & 0x3F | 0x80));   // version 8: one's own making
        return new(bytes, bigEndian: true);
    }
}
