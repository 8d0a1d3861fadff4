using System.Security.Cryptography;
using System.Text;

namespace Integral.Platform.Web;

/// <summary>
/// An answer kept for the case that its request comes again. It may hold a first password or a token, so it is sealed with the key that the
/// caller gave, of which the database has only a digest.
/// </summary>
internal static class SealedAnswer
{
    private const int Nonce = 12, Tag = 16;

    public static string Seal(string answer, string secret)
    {
        var text = Encoding.UTF8.GetBytes(answer);
        var kept = new byte[Nonce + Tag + text.Length];
        RandomNumberGenerator.Fill(kept.AsSpan(0, Nonce));
        using var cipher = new AesGcm(KeyOf(secret), Tag);
        cipher.Encrypt(kept.AsSpan(0, Nonce), text, kept.AsSpan(Nonce + Tag), kept.AsSpan(Nonce, Tag));
        return Convert.ToBase64String(kept);
    }

    public static string Open(string kept, string secret)
    {
        var bytes = Convert.FromBase64String(kept);
        var text = new byte[bytes.Length - Nonce - Tag];
        using var cipher = new AesGcm(KeyOf(secret), Tag);
        cipher.Decrypt(bytes.AsSpan(0, Nonce), bytes.AsSpan(Nonce + Tag), bytes.AsSpan(Nonce, Tag), text);
        return Encoding.UTF8.GetString(text);
    }

    private static byte[] KeyOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes("the answer to " + secret));
}
