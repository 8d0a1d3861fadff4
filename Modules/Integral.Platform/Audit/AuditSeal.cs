using System.Security.Cryptography;
using System.Text;

namespace Integral.Platform.Audit;

/// <summary>
/// One link of a trail's hash chain (design §3): the entry it seals, and a hash over that entry and the link before. Who changes, removes or
/// puts in an entry afterwards would have to make all later links anew.
/// </summary>
internal sealed class AuditSeal
{
    /// <summary>From 1 without gaps, in the order in which entries were found.</summary>
    public required long Number { get; init; }

    /// <summary>Without a foreign key: that an entry is missing is to be found, not prevented.</summary>
    public required Guid EntryId { get; init; }

    /// <summary>SHA-256, 64 hexadecimal digits.</summary>
    public required string Link { get; init; }

    public static AuditSeal Of(AuditEntry entry, AuditSeal? before) =>
        new() { Number = (before?.Number ?? 0) + 1, EntryId = entry.Id, Link = LinkOf(entry, before?.Link) };

    /// <summary>The payload enters by its digest, so that erasing it by the retention rule breaks nothing.</summary>
    public static string LinkOf(AuditEntry entry, string? before)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        string?[] parts =
        [
            before, $"{entry.Id}", $"{new DateTimeOffset(entry.At).ToUnixTimeMilliseconds()}", $"{entry.AccountId}", entry.Who, entry.From,
            $"{entry.TenantId}", entry.Action, entry.Kind, entry.RecordId, entry.Digest,
        ];
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part ?? "");
            hash.AppendData(BitConverter.GetBytes((long)bytes.Length));     // else "ab" and "c" would hash as "a" and "bc"
            hash.AppendData(bytes);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
