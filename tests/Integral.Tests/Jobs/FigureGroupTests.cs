using Integral.Platform.Reporting;

namespace Integral.Tests.Jobs;

/// <summary>What of a sum is kept back, so that nobody can be recognised by it or worked out from the rest.</summary>
public sealed class FigureGroupTests
{
    [Theory]
    [InlineData("5 9", "5 9", 14)]              // none is small
    [InlineData("4 9 40", "- - 40", 53)]        // the next smallest too: else 53 - 9 - 40
    [InlineData("3 4 40", "- - 40", 47)]        // two already, and together enough
    [InlineData("1 2 40 50", "- - - 50", 93)]   // two, but together known to be three
    [InlineData("4", "-", null)]                // alone it is the total
    [InlineData("1 2", "- -", null)]            // all of them together are still small
    [InlineData("2 6", "- -", 8)]
    [InlineData("0 4 9 40", "- - 40", 53)]      // nobody isn't a group to hide behind
    [InlineData("", "", null)]
    public void Small_groups_are_kept_back_with_what_would_give_them_away(string values, string shown, int? total)
    {
        var groups = values.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((v, i) => ($"g{i}", long.Parse(v, System.Globalization.CultureInfo.InvariantCulture)));
        var sum = SmallGroups.Keep(groups, null);

        Assert.Equal(shown, string.Join(' ', sum.Groups.Select(g => g.Value?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-")));
        Assert.Equal(total, sum.Total);
    }
}
