using Integral.Workflows.Contracts;

namespace Integral.Applications.Control;

/// <summary>From Monday on, or from the first day that was asked for.</summary>
/// <param name="Arrived">How many were sent.</param>
/// <param name="Decided">How many were decided first.</param>
internal sealed record ControlWeek(DateOnly From, DateOnly Until, int Arrived, int Decided);

/// <param name="Until">Null for the last one, which has no end.</param>
internal sealed record DaysBucket(int From, int? Until, int Count)
{
    public bool IsOneDay => Until == From;
}

/// <summary>After how many working days applications were decided first.</summary>
/// <param name="Median">Half of them in so many days or less; null where there are none.</param>
/// <param name="Ninetieth">Nine of ten.</param>
internal sealed record DecisionDays(int Count, int? Median, int? Ninetieth, IReadOnlyList<DaysBucket> Buckets)
{
    private static readonly (int From, int? Until)[] Bounds = [(0, 0), (1, 1), (2, 2), (3, 3), (4, 4), (5, 5), (6, 10), (11, 20), (21, null)];

    /// <param name="counts">How many were decided after so many days.</param>
    public static DecisionDays Of(IReadOnlyCollection<(int Days, int Count)> counts)
    {
        var all = counts.Sum(c => c.Count);
        return new(all, Within(counts, all, 50), Within(counts, all, 90), all == 0 ? [] : [.. Bounds.Select(b => new DaysBucket(b.From, b.Until, counts.Where(c => c.Days >= b.From && !(c.Days > b.Until)).Sum(c => c.Count)))]);
    }

    // The least number of days within which so many of a hundred were decided.
    private static int? Within(IEnumerable<(int Days, int Count)> counts, int all, int percent)
    {
        var (seen, wanted) = (0L, ((long)all * percent + 99) / 100);
        foreach (var (days, count) in counts.OrderBy(c => c.Days))
            if ((seen += count) >= wanted) return days;
        return null;
    }
}

/// <param name="Id">Of what one applies for.</param>
/// <param name="Waiting">How many wait for a seat.</param>
internal sealed record ControlSeats(Guid Id, Guid GroupId, string Title, int? Seats, int Taken, int Waiting)
{
    public int Free => Seats is { } seats ? Math.Max(0, seats - Taken) : 0;
}

/// <summary>What becomes of applications, in figures.</summary>
/// <param name="Stages">Of those that were sent, by how far they are today.</param>
/// <param name="Weeks">Up to that in which today lies.</param>
/// <param name="Days">Of those that were decided.</param>
/// <param name="Seats">Of what one could apply for, whoever has applied.</param>
/// <param name="Steps">What waits for a decision today, of all days.</param>
/// <param name="Programmes">By which it can be narrowed, by name.</param>
internal sealed record ControlView(ControlFilter Of, IReadOnlyList<(ApplicationStatus Status, int Count)> Stages, IReadOnlyList<ControlWeek> Weeks, DecisionDays Days, IReadOnlyList<ControlSeats> Seats, IReadOnlyList<WaitingStep> Steps,
    IReadOnlyList<(Guid Id, string Title)> Programmes)
{
    public int Sent => Stages.Sum(s => s.Count);
    public int Late => Steps.Sum(s => s.Late);
}
