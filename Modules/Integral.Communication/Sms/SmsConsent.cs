using System.Text.Json;
using Integral.Platform.Audit;
using Integral.Platform.Settings;

namespace Integral.Communication.Sms;

/// <summary>Somebody has agreed that text messages go to this number. It holds as long as the number is that of their card: a number changes hands.</summary>
[Audited]
internal sealed class SmsConsent
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }
    public required string Phone { get; init; }
    public required DateTime AgreedAt { get; init; }

    /// <summary>A number as gateways take it; null where it is none.</summary>
    public static string? Number(string? phone)
    {
        var digits = string.Concat((phone ?? "").Where(char.IsAsciiDigit));
        return digits.Length is >= 7 and <= 15 ? $"+{digits}" : null;
    }
}

/// <summary>Somebody wants text messages about a kind of notices.</summary>
internal sealed class SmsChoice
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }
    public required string Kind { get; init; }
}

/// <summary>Whether the institution sends text messages.</summary>
internal sealed record SmsSwitch
{
    public const string Name = "Sms", On = "isOn";

    public static KnownSettings Known { get; } = new(Name, values => values
        .Where(v => v.Key != On || v.Value?.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False))
        .Select(v => (v.Key, T.Say("Text messages are switched with 'isOn', true or false."))).ToList());

    public bool IsOn { get; init; }
}
