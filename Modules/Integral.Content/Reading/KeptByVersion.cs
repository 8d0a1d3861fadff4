using Microsoft.Extensions.Caching.Memory;

namespace Integral.Content.Reading;

/// <summary>
/// Keeps something of each institution between requests, by the version of its site (decision 11): a change of more than single texts makes a new one, so what is stale is never asked
/// for again and falls out. What comes from above makes none: it is seen a minute later (O30). Two requests that miss at once both read; the second answer stays.
/// </summary>
/// <param name="most">How much is kept of all institutions together, in the measure of <see cref="OfAsync"/>.</param>
internal abstract class KeptByVersion<T>(int most) : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = most });

    /// <param name="tenant">Whose it is.</param>
    /// <param name="which">Tells apart what is kept of one institution.</param>
    /// <param name="read">Reads it where it isn't kept.</param>
    /// <param name="size">How much of it there is; 1 where nothing is said.</param>
    protected async ValueTask<T> OfAsync(Tenant tenant, string which, Func<Task<T>> read, Func<T, int>? size = null)
    {
        var key = (tenant.Id, tenant.SiteVersion, which);
        if (kept.TryGetValue(key, out T? there)) return there!;
        var made = await read();
        return kept.Set(key, made, new MemoryCacheEntryOptions { Size = size?.Invoke(made) ?? 1, AbsoluteExpirationRelativeToNow = Longest });
    }

    public void Dispose() => kept.Dispose();
}
