using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Integral.Content.Reading;
using Integral.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Integral.Content.Announcing;

/// <summary>What machines read of a site: feeds, the site map, and where search engines may go.</summary>
internal static class Announcements
{
    // What only somebody who signs in has any use for, and what is different at every visit. Whole words: a page may be called "search-and-rescue".
    private static readonly string[] Closed = ["Admin/", "account/", "api/", "cabinet$", "cabinet/", "look?", "preview/", "search$", "search?", "sign-in$", "sign-in?"];

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").AllowAnonymous().ExcludeFromDescription().CacheOutput(CachePolicies.Public);
        group.MapMethods("/feed", Reading, (Feed feed) => FeedAsync(null, feed));
        group.MapMethods("/feed/{folder}", Reading, (string folder, Feed feed) => FeedAsync(folder, feed));
        group.MapMethods("/sitemap.xml", Reading, MapAsync);
        group.MapMethods("/robots.txt", Reading, Robots);
    }

    private static async Task<IResult> FeedAsync(string? folder, Feed feed)
    {
        if (await feed.WriteAsync(folder) is not { } written) return Results.NotFound();
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(written.Content))[..32]}\"");
        return Results.Bytes(written.Content, "application/atom+xml; charset=utf-8", lastModified: written.UpdatedAt, entityTag: tag);
    }

    private static async Task<IResult> MapAsync(string? part, SiteMap map, SearchEngines engines)
    {
        if (!engines.MayList) return Results.NotFound();
        if (part is null) return Results.Stream(map.WriteAsync, "application/xml; charset=utf-8");
        return int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && await map.HasAsync(number)
            ? Results.Stream(to => map.WriteAsync(to, number), "application/xml; charset=utf-8") : Results.NotFound();
    }

    // One for a host: it names the site maps of all sites that are on it.
    private static IResult Robots(Current current, Catalogue catalogue, SearchEngines engines, WholeAddresses whole)
    {
        if (current.Base.Length > 0) return Results.NotFound();
        if (!engines.MayList) return Results.Text("User-agent: *\nDisallow: /\n");
        var text = new StringBuilder("User-agent: *\n");
        foreach (var place in Closed)
        {
            text.Append(CultureInfo.InvariantCulture, $"Disallow: /{place}\n");
            if (current.Tenant.IsRoot) text.Append(CultureInfo.InvariantCulture, $"Disallow: /*/{place}\n");
        }
        var feature = new ContentModule().Id;
        Tenant[] sites = current.Tenant.IsRoot ? [current.Tenant, .. catalogue.All.Running().Where(t => !t.IsRoot && t.Hosts.Count == 0 && t.Has(feature)).OrderBy(t => t.Path, StringComparer.Ordinal)] : [current.Tenant];
        foreach (var site in sites) text.Append(CultureInfo.InvariantCulture, $"Sitemap: {whole.Of(site)}/sitemap.xml\n");
        return Results.Text(text.ToString());
    }
}
