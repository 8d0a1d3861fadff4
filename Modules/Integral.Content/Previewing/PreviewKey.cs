using System.Security.Cryptography;
using System.Text;

namespace Integral.Content.Previewing;

/// <summary>Lets whoever has its link look at one draft, for a while. Of the link only the digest is kept.</summary>
internal sealed class PreviewKey
{
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(14);

    private const int Bytes = 20;

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public required Guid ItemId { get; init; }

    /// <summary>SHA-256 in hexadecimal.</summary>
    public required string Digest { get; init; }
    public required DateTime ExpiresAt { get; init; }

    /// <returns>What stands in the link: 160 random bits.</returns>
    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));

    public static string DigestOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
