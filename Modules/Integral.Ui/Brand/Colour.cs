using System.Globalization;

namespace Integral.Ui.Brand;

/// <summary>A colour as screens have it, with the arithmetic of WCAG 2: how bright it is, how it stands out against another.</summary>
internal readonly record struct Colour(byte R, byte G, byte B)
{
    public static readonly Colour White = new(255, 255, 255), Black = new(0, 0, 0);

    /// <summary>Reads <c>#0f5a6b</c>, also without the sign and with three digits; nothing else.</summary>
    public static bool TryParse(string? text, out Colour colour)
    {
        colour = default;
        var digits = text?.Trim().TrimStart('#') ?? "";
        if (digits.Length == 3) digits = string.Concat(digits.Select(d => $"{d}{d}"));
        if (digits.Length != 6 || !digits.All(char.IsAsciiHexDigit)) return false;
        var rgb = int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        colour = new((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb);
        return true;
    }

    public static Colour Of(string hex) => TryParse(hex, out var colour) ? colour : throw new FormatException($"'{hex}' isn't a colour.");

    /// <summary>From 1, no difference, to 21, black on white.</summary>
    public double ContrastTo(Colour other)
    {
        var (a, b) = (Luminance + .05, other.Luminance + .05);
        return a > b ? a / b : b / a;
    }

    /// <summary>This colour with a share (0 to 1) of another one in it.</summary>
    public Colour With(Colour other, double share) => new(Mix(R, other.R, share), Mix(G, other.G, share), Mix(B, other.B, share));

    public override string ToString() => $"#{R:x2}{G:x2}{B:x2}";

    private double Luminance => .2126 * Linear(R) + .7152 * Linear(G) + .0722 * Linear(B);

    private static double Linear(byte channel)
    {
        var c = channel / 255.0;
        return c <= .04045 ? c / 12.92 : Math.Pow((c + .055) / 1.055, 2.4);
    }

    private static byte Mix(byte own, byte other, double share) => (byte)Math.Round(own + (other - own) * share);
}
