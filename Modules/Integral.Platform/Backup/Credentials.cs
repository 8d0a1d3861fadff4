using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Integral.Platform.Localization;
using Integral.Platform.Security;

namespace Integral.Platform.Backup;

/// <summary>What an account is entered with.</summary>
internal sealed record Credential(Guid AccountId, string PasswordHash, bool MustChange);

/// <summary>
/// The accounts' passwords, as hashes and encrypted: AES-256-GCM under a key that PBKDF2 makes of the backup's password. The manifest
/// is sealed with them, so they can't be put into another backup.
/// </summary>
internal static class Credentials
{
    private const int Salt = 16, Nonce = 12, Tag = 16, Key = 32, Iterations = 600_000;

    /// <exception cref="RuleException">Anybody could guess the password.</exception>
    public static byte[] Seal(IReadOnlyList<Credential> credentials, string password, byte[] manifest)
    {
        Passwords.Check(password);
        var content = JsonSerializer.SerializeToUtf8Bytes(credentials, BackupJson.Line);
        var whole = new byte[Salt + Nonce + Tag + content.Length];
        RandomNumberGenerator.Fill(whole.AsSpan(0, Salt + Nonce));
        using var aes = new AesGcm(KeyOf(password, whole.AsSpan(0, Salt)), Tag);
        aes.Encrypt(whole.AsSpan(Salt, Nonce), content, whole.AsSpan(Salt + Nonce + Tag), whole.AsSpan(Salt + Nonce, Tag), manifest);
        return whole;
    }

    /// <exception cref="RuleException">It is another password.</exception>
    public static IReadOnlyList<Credential> Open(byte[] file, string password, byte[] manifest)
    {
        Rule.Require(file.Length > Salt + Nonce + Tag, BackupTrouble.Damaged(EntryNames.Credentials));
        var content = new byte[file.Length - Salt - Nonce - Tag];
        using var aes = new AesGcm(KeyOf(password, file.AsSpan(0, Salt)), Tag);
        try
        {
            aes.Decrypt(file.AsSpan(Salt, Nonce), file.AsSpan(Salt + Nonce + Tag), file.AsSpan(Salt + Nonce, Tag), content, manifest);
            return JsonSerializer.Deserialize<List<Credential>>(content, BackupJson.Line)!;
        }
        catch (AuthenticationTagMismatchException) { throw new RuleException(T.Say("This isn't the password that the backup was made with."), "Password"); }
        catch (JsonException) { throw new RuleException(BackupTrouble.Damaged(EntryNames.Credentials)); }
    }

    private static byte[] KeyOf(string password, ReadOnlySpan<byte> salt) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password), salt, Iterations, HashAlgorithmName.SHA256, Key);
}
