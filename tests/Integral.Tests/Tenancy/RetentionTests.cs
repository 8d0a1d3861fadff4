using Integral.Platform.Backup;

namespace Integral.Tests.Tenancy;

/// <summary>Which scheduled backups stay.</summary>
public sealed class RetentionTests
{
    private static readonly DateTime Now = new(2026, 11, 26, 3, 0, 0, DateTimeKind.Utc);
    private static readonly Retention Usual = new(7, 4, 12);

    // Daily for two years, the newest an hour old.
    private static readonly List<ScheduledFile> Daily = [.. Enumerable.Range(0, 730).Select(i => new ScheduledFile($"{i}", Now.AddHours(-1).AddDays(-i)))];

    [Fact]
    public void Seven_days_four_weeks_and_twelve_months_stay()
    {
        var kept = Kept(Daily, Now, Usual);
        Assert.Equal(Daily.Take(7), kept.Take(7));
        // Weeks end on Sunday: those of the 22nd are among the seven days, two more of the four weeks aren't; the twelve months end on their last days.
        Assert.Equal([15, 8], kept.Skip(7).Take(2).Select(f => f.TakenAt.Day));
        Assert.Equal([(10, 31), (9, 30), (8, 31), (7, 31), (6, 30), (5, 31), (4, 30), (3, 31), (2, 28), (1, 31), (12, 31)], kept.Skip(9).Select(f => (f.TakenAt.Month, f.TakenAt.Day)));
    }

    [Fact]
    public void What_stays_today_is_enough_for_what_stays_tomorrow()
    {
        var kept = Daily.AsEnumerable().Reverse().Aggregate(new List<ScheduledFile>(), (there, next) => Kept([next, .. there], next.TakenAt, Usual));
        Assert.Equal(Kept(Daily, Now, Usual), kept);
    }

    [Fact]
    public void A_clock_that_was_set_back_deletes_nothing_and_one_that_runs_ahead_nothing_more()
    {
        Assert.Empty(Usual.TooMany(Daily, Now.AddYears(-5)));
        Assert.Equal(Kept(Daily, Now, Usual), Kept(Daily, Now.AddYears(5), Usual));
    }

    [Fact]
    public void What_was_made_while_the_clock_ran_ahead_takes_nobodys_place()
    {
        var ahead = Enumerable.Range(0, 20).Select(i => new ScheduledFile($"ahead {i}", Now.AddYears(1).AddDays(i))).ToList();
        Assert.Equal([.. Kept(Daily, Now, Usual), .. ahead], Kept([.. Daily, .. ahead], Now, Usual));
    }

    [Fact]
    public void The_newest_stays_whatever_the_settings_say() => Assert.Equal([Daily[0]], Kept(Daily, Now, new(0, 0, 0)));

    private static List<ScheduledFile> Kept(List<ScheduledFile> all, DateTime now, Retention retention) => [.. all.Except(retention.TooMany(all, now))];
}
