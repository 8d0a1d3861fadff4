using System.Threading.RateLimiting;

namespace Integral.Help;

/// <summary>Nobody floods an institution with remarks. A school behind one address doesn't come near this.</summary>
internal sealed class RemarkLimit : IDisposable
{
    public const int InAnHour = 60;

    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new() { PermitLimit = InAnHour, Window = TimeSpan.FromHours(1), QueueLimit = 0 }));

    /// <exception cref="RuleException">Too many came from there.</exception>
    public void Count(string address)
    {
        using var lease = limiter.AttemptAcquire(address);
        Rule.Require(lease.IsAcquired, "So many remarks came from your network that we pause for a while. What you wrote is still here: send it again in an hour, or call the institution.");
    }

    public void Dispose() => limiter.Dispose();
}
