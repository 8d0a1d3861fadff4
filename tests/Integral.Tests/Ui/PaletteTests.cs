using Integral.Tests.Kit;
using System.Text.RegularExpressions;
using Integral.Ui.Brand;

namespace Integral.Tests.Ui;

/// <summary>Whatever colour an institution chooses, everybody can read its pages (WCAG 2.2 AA).</summary>
public sealed partial class PaletteTests
{
    /// <summary>Every corner, edge and grey of the colour cube, and a grid through it: about 5,000 colours.</summary>
    private static IEnumerable<Colour> Many()
    {
        for (var r = 0; r <= 255; r += 15)
            for (var g = 0; g <= 255; g += 15)
                for (var b = 0; b <= 255; b += 15) yield return new((byte)r, (byte)g, (byte)b);
        for (var grey = 0; grey <= 255; grey++) yield return new((byte)grey, (byte)grey, (byte)grey);
    }

    [Fact]
    public void Text_on_any_brand_can_be_read()
    {
        var accent = Colour.Of("#777");
        foreach (var main in Many())
        {
            var p = new Palette(main, accent);
            IEnumerable<(Colour Text, Colour Ground)> pairs =
            [
                (p.OnMain, p.Main), (p.OnMain, p.Hover), (p.OnAccent!.Value, accent),
                .. Palette.LightGrounds.Append(p.SoftLight).Select(ground => (p.OnLight, ground)),
                .. Palette.DarkGrounds.Append(p.SoftDark).Select(ground => (p.OnDark, ground)),
                .. Palette.LightInks.Select(ink => (ink, p.SoftLight)), .. Palette.DarkInks.Select(ink => (ink, p.SoftDark)),
            ];
            foreach (var (text, ground) in pairs) Assert.True(text.ContrastTo(ground) >= Palette.Readable, $"{main}: {text} on {ground} is {text.ContrastTo(ground):0.00}");
            accent = main;
        }
    }

    [Fact]
    public void A_colour_that_can_be_read_stays_as_it_was_chosen()
    {
        var palette = new Palette(Colour.Of("#0f5a6b"), null);
        Assert.Equal((Colour.Of("#0f5a6b"), Colour.White), (palette.OnLight, palette.OnMain));
        Assert.Equal("On dark pages", Assert.Single(palette.Adjusted()).Key[..13]);
    }

    [Fact]
    public void What_was_changed_of_a_pale_colour_is_said() =>
        Assert.Equal(["Text on the main", "On light pages l"], new Palette(Colour.Of("#ffd84d"), null).Adjusted().Select(s => s.Key[..16]));

    [Theory, InlineData("#0F5A6B", "#0f5a6b"), InlineData("abc", "#aabbcc"), InlineData(" #fff ", "#ffffff")]
    public void A_colour_is_read_as_people_write_it(string text, string colour) => Assert.Equal(colour, Colour.Of(text).ToString());

    [Theory, InlineData(""), InlineData(null), InlineData("red"), InlineData("#12345"), InlineData("#0f5a6b;}"), InlineData("＃０１２"), InlineData("url(x)")]
    public void Nothing_else_is_a_colour(string? text) => Assert.False(Colour.TryParse(text, out _));

    [Fact]
    public void The_palette_knows_the_grounds_and_inks_of_the_stylesheet()
    {
        var scss = File.ReadAllText(Path.Combine(Repository.Root, "Modules/Integral.Ui/Assets/scss/_tokens.scss"));
        var (light, dark) = (Values(scss, "light"), Values(scss, "dark"));
        string[] grounds = ["--surface", "--surface-1", "--surface-2"], inks = ["--ink-3", "--good", "--warn", "--bad", "--info"];

        Assert.Equal(Palette.LightGrounds, grounds.Select(g => light[g]));
        Assert.Equal(Palette.DarkGrounds, grounds.Select(g => dark[g]));
        Assert.Equal(Palette.LightInks, inks.Select(i => light[i]));
        Assert.Equal(Palette.DarkInks, inks.Select(i => dark[i]));
        // Inks that aren't tested on soft grounds stand out more than those that are.
        Assert.All(new[] { "--ink", "--ink-2" }, ink => Assert.True(light[ink].ContrastTo(Colour.White) > light["--ink-3"].ContrastTo(Colour.White) && dark[ink].ContrastTo(Colour.Black) > dark["--ink-3"].ContrastTo(Colour.Black)));
    }

    private static Dictionary<string, Colour> Values(string scss, string mixin)
    {
        var start = scss.IndexOf($"@mixin {mixin} ", StringComparison.Ordinal);
        return Token().Matches(scss[start..scss.IndexOf("@supports", start, StringComparison.Ordinal)]).DistinctBy(m => m.Groups[1].Value).ToDictionary(m => m.Groups[1].Value, m => Colour.Of(m.Groups[2].Value));
    }

    [GeneratedRegex("(--[a-z0-9-]+): (#[0-9a-f]{3,6});")]
    private static partial Regex Token();
}
