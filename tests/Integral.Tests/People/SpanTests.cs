using Integral.People.Groups;

namespace Integral.Tests.People;

public sealed class SpanTests
{
    private static readonly DateOnly First = new(2026, 9, 1);

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5)]
    public void The_most_on_one_day_is_what_counting_day_by_day_gives(int seed)
    {
        var chance = new Random(seed);
        for (var round = 0; round < 200; round++)
        {
            var spans = Enumerable.Range(0, chance.Next(12)).Select(_ => Some(chance)).ToList();
            var during = Some(chance);
            var counted = Enumerable.Range(0, 80).Select(n => First.AddDays(n)).Where(d => during.From <= d && d <= during.Last).Max(d => spans.Count(s => s.From <= d && d <= s.Last));
            Assert.Equal(counted, Span.Most(spans, during));
        }
    }

    private static Span Some(Random chance)
    {
        var from = First.AddDays(chance.Next(40));
        return new(from, chance.Next(4) == 0 ? null : from.AddDays(chance.Next(20)));
    }
}
