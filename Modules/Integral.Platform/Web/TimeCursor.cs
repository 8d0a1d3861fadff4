using System.Globalization;

namespace Integral.Platform.Web;

/// <summary>Where a list goes on that is in the order of time, the latest first.</summary>
public sealed record TimeCursor(DateTime At, Guid Id)
{
    /// <returns>Null where it is none: the list begins anew.</returns>
    public static TimeCursor? Read(string? text) =>
        text?.Split('_') is [var at, var id] && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks && Guid.TryParseExact(id, "N", out var last)
            ? new(new(ticks, DateTimeKind.Utc), last) : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.Ticks}_{Id:N}");
}
