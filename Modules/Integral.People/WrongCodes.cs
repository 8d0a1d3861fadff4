using System.Threading.RateLimiting;

namespace Integral.People;

/// <summary>
/// Slows down whoever tries codes. Only wrong ones count, and far more are free than a school behind one address mistypes;
/// what really keeps a code safe is its 256 bits.
/// </summary>
internal sealed class WrongCodes : IDisposable
{
    public const int FreeInAMinute = 60;

    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new() { PermitLimit = FreeInAMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));

    /// <summary>Were there too many from this address a moment ago?</summary>
    public bool AreTooMany(string address)
    {
        using var lease = limiter.AttemptAcquire(address, permitCount: 0);
        return !lease.IsAcquired;
    }

    public void Count(string address) => limiter.AttemptAcquire(address).Dispose();

    public void Dispose() => limiter.Dispose();
}
