using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Integral.Platform.Recipes;

namespace Integral.Ui.Brand;

/// <summary>An institution's picture. It lies in the tenant's files under a name of ours.</summary>
/// <param name="Owner">The tenant whose file it is: those below may show it too.</param>
internal sealed record Logo(string File, string Type, int Width, int Height, Guid Owner)
{
    public const int Largest = 256 << 10, Widest = 2000;

    /// <summary>Of the picture; null for one put up before this was kept.</summary>
    public string? Hash { get; init; }

    private static ReadOnlySpan<byte> PngStart => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
    private static ReadOnlySpan<byte> JpegStart => [0xFF, 0xD8, 0xFF];

    /// <summary>Null where it isn't exactly what this program has written: such a name or type is never used.</summary>
    public static Logo? Of(JsonObject? said, Guid tenant) =>
        said?.Text("File") is { Length: 32 } file && file.All(char.IsAsciiHexDigitLower) && said.Text("Type") is "image/png" or "image/jpeg" or "image/webp"
            && Number(said, "Width") is { } width && Number(said, "Height") is { } height
            ? new(said.Text("File")!, said.Text("Type")!, width, height, tenant) { Hash = said.Text("Hash") } : null;

    public JsonObject ToJson() => new() { [nameof(File)] = File, [nameof(Type)] = Type, [nameof(Width)] = Width, [nameof(Height)] = Height, [nameof(Hash)] = Hash };

    /// <summary>What it is by its first bytes, whatever its sender calls it. An SVG could act as a page, so it isn't one of them.</summary>
    /// <exception cref="RuleException">It isn't a picture that can be shown, or too large.</exception>
    public static Logo Read(ReadOnlySpan<byte> picture, Guid tenant)
    {
        Rule.Require(picture.Length <= Largest, T.Say("The picture is larger than {0} KB.", Largest >> 10), "Logo");
        var (type, width, height) = Png(picture) ?? Webp(picture) ?? Jpeg(picture) ?? ("", 0, 0);
        Rule.Require(type.Length > 0, "This isn't a PNG, JPEG or WebP picture.", "Logo");
        Rule.Require(width is > 0 and <= Widest && height is > 0 and <= Widest, T.Say("The picture is wider or higher than {0} points.", Widest), "Logo");
        return new($"{Guid.CreateVersion7():N}", type, width, height, tenant) { Hash = Convert.ToHexStringLower(SHA256.HashData(picture)) };
    }

    private static (string, int, int)? Png(ReadOnlySpan<byte> p) =>
        p.Length >= 24 && p.StartsWith(PngStart) && p.Slice(12, 4).SequenceEqual("IHDR"u8) ? ("image/png", Size(p[16..]), Size(p[20..])) : null;

    private static int Size(ReadOnlySpan<byte> p) => (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(p), int.MaxValue);

    // The three ways to begin a WebP: with extensions, lossless, lossy.
    private static (string, int, int)? Webp(ReadOnlySpan<byte> p)
    {
        if (p.Length < 30 || !p.StartsWith("RIFF"u8) || !p.Slice(8, 4).SequenceEqual("WEBP"u8)) return null;
        var kind = p.Slice(12, 4);
        if (kind.SequenceEqual("VP8X"u8)) return ("image/webp", 1 + (p[24] | p[25] << 8 | p[26] << 16), 1 + (p[27] | p[28] << 8 | p[29] << 16));
        if (kind.SequenceEqual("VP8L"u8)) return ("image/webp", 1 + (p[21] | (p[22] & 0x3F) << 8), 1 + (p[22] >> 6 | p[23] << 2 | (p[24] & 0xF) << 10));
        return kind.SequenceEqual("VP8 "u8) ? ("image/webp", (p[26] | p[27] << 8) & 0x3FFF, (p[28] | p[29] << 8) & 0x3FFF) : null;
    }

    // A JPEG is a row of segments; its size stands in the one that starts a frame.
    private static (string, int, int)? Jpeg(ReadOnlySpan<byte> p)
    {
        if (!p.StartsWith(JpegStart)) return null;
        for (var at = 2; at + 9 < p.Length && p[at] == 0xFF; at += 2 + BinaryPrimitives.ReadUInt16BigEndian(p[(at + 2)..]))
        {
            if (p[at + 1] is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return ("image/jpeg", BinaryPrimitives.ReadUInt16BigEndian(p[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(p[(at + 5)..]));
        }
        return null;
    }

    private static int? Number(JsonObject said, string name) => said.Find(name) is JsonValue value && value.TryGetValue(out int number) && number is > 0 and <= Widest ? number : null;
}
