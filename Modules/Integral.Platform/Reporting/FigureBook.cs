using Integral.Platform.Data;
using Integral.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Reporting;

/// <summary>What one tenant counted of one indicator on one day: a whole, so that a group which isn't in it any more counts nought.</summary>
/// <param name="Values">By what <see cref="Figure.Key"/> says.</param>
[Messaging.Message("platform.figures")]
internal sealed record DayCount(string Indicator, DateOnly Day, DateTime CountedAt, IReadOnlyDictionary<string, long> Values)
{
    /// <summary>Figures with the same dimensions add up.</summary>
    public static DayCount Of(string indicator, DateOnly day, DateTime at, IEnumerable<Figure> figures) =>
        new(indicator, day, at, figures.GroupBy(f => f.Key()).ToDictionary(g => g.Key, g => g.Sum(f => f.Value)));
}

/// <summary>Writes counts into the host's table: repeated, they change nothing; an older one changes nothing that a newer one has said.</summary>
internal sealed class FigureBook(Databases databases, TimeProvider clock)
{
    // Tenant first, host last: it is also written to while a tenant's connection is held.
    public async Task WriteAsync(Guid tenant, DayCount count, CancellationToken cancel)
    {
        await using var host = databases.OpenHostApart("figures", clock);
        var rows = host.Figures;
        await host.WriteAsync(async () =>
        {
            var known = await rows.Where(f => f.TenantId == tenant && f.Indicator == count.Indicator && f.Day == count.Day).ToListAsync(cancel);
            if (known.Any(f => f.CountedAt > count.CountedAt)) return;
            foreach (var key in count.Values.Keys.Except(known.Select(f => f.Dimensions)).ToList())
            {
                var row = new FigureRow { TenantId = tenant, Indicator = count.Indicator, Day = count.Day, Dimensions = key };
                rows.Add(row);
                known.Add(row);
            }
            foreach (var row in known) row.Count(count.Values.GetValueOrDefault(row.Dimensions), count.CountedAt);
            await host.SaveChangesAsync(cancel);
        }, cancel);
    }
}
