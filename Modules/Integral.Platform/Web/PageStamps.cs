using Integral.Platform.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Platform.Web;

/// <summary>
/// Knows what the pages in the output cache show, and with that the number of the last change that concerns each. The number is taken before a page is
/// made: what changes meanwhile has a greater one, so a page that was made too early is never served afterwards.
/// </summary>
internal sealed class PageStamps : IDisposable
{
    /// <summary>How long a page is kept.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private const int MostPages = 50_000;

    private readonly MemoryCache known = new(new MemoryCacheOptions { SizeLimit = MostPages });

    /// <summary>Of this page: what is kept under another number isn't it any more.</summary>
    public long Of(HttpContext http, Current current)
    {
        var tenant = current.Tenant;
        var stamp = known.TryGetValue(Key(http, current), out Page? page) ? Math.Max(page!.Stamp, Math.Max(tenant.SiteVersion, tenant.Touches.Of(page.Texts))) : tenant.Version;
        return http.RequestServices.GetRequiredService<PageSources>().Stamp = stamp;
    }

    /// <summary>Remembers what the page shows that was just made.</summary>
    public void Learn(HttpContext http)
    {
        var (sources, current) = (http.RequestServices.GetRequiredService<PageSources>(), http.RequestServices.GetRequiredService<Current>());
        if (sources.IsSaid) known.Set(Key(http, current), new Page([.. sources.Texts], sources.Stamp), new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = 2 * Longest });
    }

    private static (Guid Tenant, string Address) Key(HttpContext http, Current current) => (current.Tenant.Id, $"{current.CulturePrefix}{http.Request.Path}{http.Request.QueryString}");

    public void Dispose() => known.Dispose();

    private sealed record Page(string[] Texts, long Stamp);
}
