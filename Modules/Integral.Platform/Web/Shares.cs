namespace Integral.Platform.Web;

/// <summary>Who has been worked on for how long in the last second or so.</summary>
internal sealed class Shares(TimeProvider clock)
{
    private static readonly TimeSpan Portion = TimeSpan.FromMilliseconds(500), Little = TimeSpan.FromMilliseconds(50);

    private (Dictionary<Guid, TimeSpan> Of, TimeSpan Sum) now = ([], default), before = ([], default);
    private long began = clock.GetTimestamp();

    public void Add(Guid whose, TimeSpan time)
    {
        Roll();
        now.Of[whose] = now.Of.GetValueOrDefault(whose) + time;
        now.Sum += time;
    }

    /// <summary>It has had more than falls to each of those who asked, and there were others.</summary>
    public bool IsHeavy(Guid whose)
    {
        Roll();
        var (had, tenants) = (now.Of.GetValueOrDefault(whose) + before.Of.GetValueOrDefault(whose), Math.Max(now.Of.Count, before.Of.Count));
        return tenants > 1 && had > Little && had * tenants > now.Sum + before.Sum;
    }

    private void Roll()
    {
        var passed = clock.GetElapsedTime(began);
        if (passed < Portion) return;
        before = passed < 2 * Portion ? now : ([], default);
        now = ([], default);
        began = clock.GetTimestamp();
    }
}
