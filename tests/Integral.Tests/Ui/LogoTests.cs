using Integral.Platform;
using Integral.Ui.Brand;

namespace Integral.Tests.Ui;

/// <summary>A logo is a picture by what it is, not by what it is called (abuse cases A30, A31).</summary>
public sealed class LogoTests
{
    /// <summary>The smallest PNG: one point.</summary>
    internal static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    [Fact]
    public void A_picture_tells_its_kind_and_size()
    {
        var logo = Logo.Read(Png, Guid.Empty);
        Assert.Equal(("image/png", 1, 1), (logo.Type, logo.Width, logo.Height));

        byte[] jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC0, 0, 17, 8, 0x01, 0x2C, 0x02, 0x58, 3, 0, 0, 0, 0];
        Assert.Equal(("image/jpeg", 600, 300), Of(jpeg));
        byte[] webp = [.. "RIFF"u8, 0, 0, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0, 0, 0, 0, 0, 0x57, 2, 0, 0x2B, 1, 0, 0, 0];
        Assert.Equal(("image/webp", 600, 300), Of(webp));
    }

    [Theory, InlineData("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"), InlineData("<html><script>alert(1)</script>"), InlineData("GIF89a"), InlineData("\u0089PNG"), InlineData("")]
    public void What_could_act_as_a_page_or_cannot_be_read_is_not_a_logo(string content) =>
        Assert.Throws<RuleException>(() => Logo.Read(System.Text.Encoding.Latin1.GetBytes(content), Guid.Empty));

    [Fact]
    public void A_cut_or_endless_picture_is_refused_and_nothing_runs_away()
    {
        for (var length = 0; length < Png.Length; length++)
        {
            var cut = Png[..length];
            if (length < 24) Assert.Throws<RuleException>(() => Logo.Read(cut, Guid.Empty));
        }
        byte[] jpeg = [0xFF, 0xD8, 0xFF, .. Enumerable.Repeat((byte)0xFF, 200_000)];
        Assert.Throws<RuleException>(() => Logo.Read(jpeg, Guid.Empty));
        Assert.Throws<RuleException>(() => Logo.Read(new byte[Logo.Largest + 1], Guid.Empty));
    }

    private static (string, int, int) Of(byte[] picture)
    {
        var logo = Logo.Read(picture, Guid.Empty);
        return (logo.Type, logo.Width, logo.Height);
    }
}
