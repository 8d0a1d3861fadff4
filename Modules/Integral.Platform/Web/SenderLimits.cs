using System.Net;
using System.Threading.RateLimiting;
using Integral.Platform.Localization;

namespace Integral.Platform.Web;

/// <summary>Nobody floods an institution with what visitors send. A school behind one address doesn't come near such a limit.</summary>
public sealed class SenderLimits : IDisposable
{
    private readonly PartitionedRateLimiter<(string What, int InAnHour, string From)> limiter = PartitionedRateLimiter.Create<(string What, int InAnHour, string From), (string, int, string)>(sent =>
        RateLimitPartition.GetFixedWindowLimiter(sent, s => new() { PermitLimit = s.Item2, Window = TimeSpan.FromHours(1), QueueLimit = 0 }));

    /// <param name="what">Is sent.</param>
    /// <param name="inAnHour">So many from one address.</param>
    /// <param name="from">The sender's address.</param>
    /// <param name="tooMany">What is said to whoever sends more.</param>
    /// <param name="many">So many are sent together.</param>
    /// <exception cref="RuleException">Too many came from there.</exception>
    public void Count(string what, int inAnHour, string from, Sentence tooMany, int many = 1)
    {
        Rule.Require(many <= inAnHour, tooMany);
        // Of IPv6 a household has a whole network, and counts as one.
        using var lease = limiter.AttemptAcquire((what, inAnHour, IPAddress.TryParse(from, out var address) ? RequestLimits.NetworkOf(address) : from), many);
        Rule.Require(lease.IsAcquired, tooMany);
    }

    public void Dispose() => limiter.Dispose();
}
