using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using Integral.Platform.Security;

namespace Integral.Platform.Web;

/// <summary>
/// Gives every form that a visitor opens a ticket: it holds a key, so that what is sent twice is kept once, and when the form was opened: a person
/// can't write as quickly as a program.
/// </summary>
public sealed class FormTickets(SignedLinks links, TimeProvider clock)
{
    public const int KeyLength = 22;       // 128 bits

    private const string Purpose = "form";
    private static readonly TimeSpan Valid = TimeSpan.FromDays(1), Quickest = TimeSpan.FromSeconds(3);

    /// <summary>What nobody guesses, for an address.</summary>
    public static string NewKey() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    public string Open() => Open(clock.GetUtcNow());

    /// <summary>Opens a form again that was kept under its key.</summary>
    public string Reopen(string key) => Open(key, clock.GetUtcNow());

    internal string Open(DateTimeOffset at) => Open(NewKey(), at);

    private string Open(string key, DateTimeOffset at) => links.Make(Purpose, Valid, key, at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));

    /// <summary>The key of a form that was opened today and filled in by a person.</summary>
    /// <param name="ticket">As the form sends it.</param>
    /// <param name="trap">What stands in the field that no person sees.</param>
    /// <exception cref="RuleException">It was open for too long, or sent too quickly.</exception>
    public string KeyOf(string? ticket, string? trap)
    {
        var read = Read(ticket);
        Rule.Require(read is not null, "The form was open for more than a day. Nothing is lost: send it once more.");
        Rule.Require(clock.GetUtcNow() - read.Value.OpenedAt >= Quickest && string.IsNullOrEmpty(trap), "That was as quick as a program. Wait a few seconds and send it once more.");
        return read.Value.Key;
    }

    /// <summary>The key of a form of today, whoever fills it in; null for one that is none of ours.</summary>
    public string? KeyOf(string? ticket) => Read(ticket)?.Key;

    /// <summary>The ticket itself, or a new one in place of one that is too old or none of ours.</summary>
    public string Kept(string? ticket) => Read(ticket) is null ? Open() : ticket!;

    private (string Key, DateTimeOffset OpenedAt)? Read(string? ticket)
    {
        if (ticket is null || links.Read(Purpose, ticket) is not [var key, var at]) return null;
        var openedAt = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(at, CultureInfo.InvariantCulture));
        return clock.GetUtcNow() - openedAt < Valid ? (key, openedAt) : null;
    }
}
