using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;

namespace Integral.Help;

/// <summary>
/// Gives every form that is opened a ticket: it holds the key that the remark will have, so that what is sent twice is one remark,
/// and when the form was opened: a person can't write as quickly as a program.
/// </summary>
internal sealed class RemarkForms(SignedLinks links, TimeProvider clock)
{
    public const int KeyLength = 22;       // 128 bits

    private const string Purpose = "remark";
    private static readonly TimeSpan Valid = TimeSpan.FromDays(1), Quickest = TimeSpan.FromSeconds(3);

    public string Open() => Open(clock.GetUtcNow());

    internal string Open(DateTimeOffset at) => links.Make(Purpose, Valid, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)), at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));

    /// <returns>The key; null when the ticket is too old or none of ours.</returns>
    public string? KeyOf(string? ticket) => Read(ticket)?.Key;

    public bool IsTooQuick(string? ticket) => Read(ticket) is { } read && clock.GetUtcNow() - read.OpenedAt < Quickest;

    private (string Key, DateTimeOffset OpenedAt)? Read(string? ticket)
    {
        if (ticket is null || links.Read(Purpose, ticket) is not [var key, var at]) return null;
        var openedAt = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(at, CultureInfo.InvariantCulture));
        return clock.GetUtcNow() - openedAt < Valid ? (key, openedAt) : null;
    }
}
