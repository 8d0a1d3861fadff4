using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Integral.Platform.Security;

/// <summary>
/// Codes for links in letters: signed and encrypted with the installation's keys, valid for a while, and only for what they were made for.
/// Nothing is stored; what must work once puts in something that its use changes, such as the account's <c>SecurityStamp</c>.
/// </summary>
public sealed class SignedLinks(IDataProtectionProvider protection, TimeProvider clock)
{
    private const char Between = '\n';

    public string Make(string purpose, TimeSpan valid, params string[] parts)
    {
        var until = (clock.GetUtcNow() + valid).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return For(purpose).Protect(string.Join(Between, [until, .. parts]));
    }

    /// <returns>The parts; null when the code is damaged, too old or another purpose's.</returns>
    public string[]? Read(string purpose, string code)
    {
        try
        {
            var parts = For(purpose).Unprotect(code).Split(Between);
            return clock.GetUtcNow().ToUnixTimeSeconds() < long.Parse(parts[0], CultureInfo.InvariantCulture) ? parts[1..] : null;
        }
        catch (CryptographicException) { return null; }
    }

    private IDataProtector For(string purpose) => protection.CreateProtector("Integral.Links", purpose);
}
