using Integral.Ui.Diagrams;

namespace Integral.Tests.Ui;

/// <summary>Drawn steps lie below those from which one comes, and on nothing else.</summary>
public sealed class DiagramTests
{
    [Fact]
    public void A_step_lies_below_those_from_which_one_comes_also_where_a_way_leads_back()
    {
        var layout = Draw("a>b b>c c>d b>d d>b");
        double Top(string id) => layout.Steps.Single(s => s.Step.Id == id).Spot.Y;
        Assert.True(Top("a") < Top("b") && Top("b") < Top("c") && Top("c") < Top("d"));
        Assert.True(layout.Ways.Single(w => w.Way is { From: "d", To: "b" }).IsUp);
    }

    [Theory, InlineData("a>b a>c a>d b>e c>e d>e e>a e>f"), InlineData("a>b b>a a>a"), InlineData("a>b a>c b>c c>b c>d d>a d>e a>e"), InlineData("a>b c>d e>f")]
    public void Nothing_lies_on_anything_else(string ways)
    {
        var layout = Draw(ways);
        var spots = layout.Steps.Select(s => s.Spot).Concat(layout.Ways.Select(w => w.Label).OfType<DiagramSpot>()).ToList();
        Assert.All(spots, one => Assert.All(spots.Where(other => other != one), other =>
            Assert.False(one.Left < other.Left + other.Width && other.Left < one.Left + one.Width && one.Y < other.Bottom && other.Y < one.Bottom, $"{one.X};{one.Y} lies on {other.X};{other.Y}")));
        Assert.All(spots, s => Assert.True(s.Left >= 0 && s.Left + s.Width <= layout.Width && s.Y >= 0 && s.Bottom <= layout.Height));
    }

    [Fact]
    public void Two_hundred_steps_are_drawn_soon_and_what_nobody_could_read_is_not_drawn()
    {
        var line = Draw(string.Join(' ', Enumerable.Range(1, 199).Select(n => $"{n}>{n + 1}")));
        Assert.Equal(200, line.Steps.Count);
        var all = Draw(string.Join(' ', from a in Enumerable.Range(1, 60) from b in Enumerable.Range(1, 60) where a < b select $"{a}>{b}"));
        Assert.True(all.IsTooLarge);
        Assert.Empty(all.Steps);
    }

    [Fact]
    public void Ways_to_steps_that_are_not_there_are_left_out()
    {
        var layout = new DiagramLayout(new([new("a", "A"), new("a", "Again")], [new("a", "nowhere"), new("nowhere", "a")]));
        Assert.Single(layout.Steps);
        Assert.Empty(layout.Ways);
    }

    [Theory, InlineData("Look through the application", "Look through the|application"), InlineData("Константинопольскийвячеславович", "Константинопольскийвя|чеславович"), InlineData("a b", "a b"), InlineData("", "")]
    public void Long_words_are_broken(string text, string lines) => Assert.Equal(lines, string.Join('|', DiagramText.Lines(text, DiagramLayout.Letters, 3)));

    [Fact]
    public void What_is_longer_than_its_lines_ends_in_dots() => Assert.EndsWith("…", DiagramText.Lines(string.Join(' ', Enumerable.Repeat("word", 50)), 20, 2)[^1], StringComparison.Ordinal);

    private static DiagramLayout Draw(string said)
    {
        var ways = said.Split(' ').Select(w => w.Split('>')).Select(w => new DiagramWay(w[0], w[1], $"from {w[0]}")).ToList();
        return new(new([.. ways.SelectMany(w => new[] { w.From, w.To }).Distinct().Select(s => new DiagramStep(s, $"Step {s}"))], ways));
    }
}
