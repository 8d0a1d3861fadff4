using System.Security.Cryptography;
using System.Text;

namespace Integral.Platform.Security;

/// <summary>Secrets that are shown once and stored only as digests: sessions, tokens, invitations.</summary>
public static class Secrets
{
    /// <summary>256 random bits, for addresses and headers.</summary>
    public static string New() => System.Buffers.Text.Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string Digest(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
