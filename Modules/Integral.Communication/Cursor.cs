using System.Globalization;

namespace Integral.Communication;

/// <summary>Where a list goes on that is in the order of time, the latest first.</summary>
internal sealed record Cursor(DateTime At, Guid Id)
{
    /// <returns>Null where it is none: the list begins anew.</returns>
    public static Cursor? Read(string? text) =>
        text?.Split('_') is [var at, var id] && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks && Guid.TryParseExact(id, "N", out var last)
            ? new(new(ticks, DateTimeKind.Utc), last) : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.Ticks}_{Id:N}");
}
