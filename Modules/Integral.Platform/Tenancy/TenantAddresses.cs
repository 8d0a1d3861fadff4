using System.Collections.Frozen;
using Integral.Platform.Localization;
using Integral.Platform.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Platform.Tenancy;

/// <summary>What a tenant's address may be, and how a request's is read.</summary>
public sealed class TenantAddresses
{
    private static readonly FrozenSet<string> Always = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "api", "health", "openapi", "dev", "_content", "brand.css", "favicon.ico", "favicon.svg", "robots.txt", "sitemap.xml", "media", "lib");

    private readonly Catalogue catalogue;
    private readonly TimeProvider clock;
    private readonly Uri? publicUrl;
    private readonly Lazy<FrozenSet<string>> routes;
    private long lookedAt;

    internal TenantAddresses(Catalogue catalogue, TimeProvider clock, IConfiguration configuration, IEnumerable<EndpointDataSource> endpoints)
    {
        (this.catalogue, this.clock) = (catalogue, clock);
        publicUrl = Uri.TryCreate(configuration["Integral:PublicUrl"], UriKind.Absolute, out var url) ? url : null;
        routes = new(() => endpoints.SelectMany(e => e.Endpoints).OfType<RouteEndpoint>()
            .Select(e => e.RoutePattern.PathSegments is [{ IsSimple: true } first, ..] && first.Parts[0] is RoutePatternLiteralPart literal ? literal.Content : "")
            .Where(s => s.Length > 0).ToFrozenSet(StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>True for a segment that means something else: a language, a page of a module, the API.</summary>
    public bool IsReserved(string segment) => segment.Length == 2 || Always.Contains(segment) || routes.Value.Contains(segment);

    /// <summary>Without a public address in the settings any host name leads to the root tenant.</summary>
    public bool IsOurs(string host) => publicUrl is null || host.Equals(publicUrl.Host, StringComparison.OrdinalIgnoreCase) || host is "localhost" or "127.0.0.1" or "[::1]";

    /// <exception cref="RuleException">The path can't be a tenant's.</exception>
    public void Check(string path, Guid? except = null)
    {
        Rule.Require(path.Length is > 2 and <= 60, "An address has 3 to 60 characters.", "Path");
        Rule.Require(path.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') && path[0] != '-' && path[^1] != '-',
            "An address has only small Latin letters, digits and hyphens between them.", "Path");
        Rule.Require(!IsReserved(path), T.Say("The address '{0}' is taken by a page of the system.", path), "Path");
        Rule.Require(catalogue.At(path) is not { } taken || taken.Id == except, T.Say("The address '{0}' is taken by another institution.", path), "Path");
    }

    /// <exception cref="RuleException">The host name can't be a tenant's own.</exception>
    public void CheckHost(string host, Guid? except = null)
    {
        Rule.Require(host.Length <= 253 && host.Contains('.') && Uri.CheckHostName(host) == UriHostNameType.Dns, T.Say("'{0}' isn't a host name such as school-12.example.org.", host), "Hosts");
        Rule.Require(publicUrl is null || !IsOurs(host), T.Say("The host name '{0}' is that of the whole installation.", host), "Hosts");
        Rule.Require(catalogue.OfHost(host) is not { } taken || taken.Id == except, T.Say("The host name '{0}' is taken by another institution.", host), "Hosts");
    }

    /// <summary>A free address made from a name; empty when the name gives none.</summary>
    public string Suggest(string name)
    {
        var slug = Transliteration.Slug(name, 50);
        if (slug.Length == 0) return "";
        if (slug.Length < 3) slug = $"site-{slug}";
        return Enumerable.Range(1, 1000).Select(n => n == 1 ? slug : $"{slug}-{n}").FirstOrDefault(path => !IsReserved(path) && catalogue.At(path) is null) ?? "";
    }

    /// <summary>The whole address of a tenant's page on the public host, for letters.</summary>
    /// <param name="tenant">Whose page it is.</param>
    /// <param name="page">With its slash: <c>/sign-in</c>.</param>
    /// <exception cref="InvalidOperationException">The installation has no public address in its settings.</exception>
    public string Link(Tenant tenant, string page) =>
        (publicUrl ?? throw new InvalidOperationException("Integral:PublicUrl isn't set.")).ToString().TrimEnd('/') + (tenant.IsRoot ? "" : $"/{tenant.Path}") + page;

    /// <summary>Where a tenant's pages begin, for a link from a page on another host; without a slash at the end.</summary>
    public string Base(Tenant tenant) => tenant.Hosts is [var host, ..] ? $"//{host}" : publicUrl is not null ? Link(tenant, "") : tenant.IsRoot ? "" : $"/{tenant.Path}";

    /// <summary>The whole address at which a tenant's site begins, for what is read elsewhere: feeds, site maps, cards in other people's pages. Without a slash at the end.</summary>
    /// <param name="tenant">Whose site it is.</param>
    /// <param name="request">Tells scheme and host where the settings don't.</param>
    public string Whole(Tenant tenant, HttpRequest request)
    {
        if (tenant.Hosts is [var host, ..]) return $"{publicUrl?.Scheme ?? request.Scheme}://{(request.Host.Host.Equals(host, StringComparison.OrdinalIgnoreCase) ? request.Host.Value : host)}";
        return publicUrl is not null ? Link(tenant, "") : $"{request.Scheme}://{request.Host}{(tenant.IsRoot ? "" : $"/{tenant.Path}")}";
    }

    internal static string FirstSegment(PathString path)
    {
        var value = path.Value ?? "";
        if (value.Length < 2) return "";
        var end = value.IndexOf('/', 1);
        return end < 0 ? value[1..] : value[1..end];
    }

    // A verb may have just made it. Ten looks a second at most: unknown addresses are also what scanners ask for.
    internal async Task<Tenant?> LookAgainAsync(string segment)
    {
        var ticks = clock.GetTimestamp();
        var last = Interlocked.Read(ref lookedAt);
        if (clock.GetElapsedTime(last, ticks) < TimeSpan.FromMilliseconds(100) || Interlocked.CompareExchange(ref lookedAt, ticks, last) != last) return null;
        await catalogue.RefreshAsync();
        return catalogue.At(segment);
    }

    internal static void TakeCulture(HttpContext http, Tenant tenant)
    {
        var segment = FirstSegment(http.Request.Path);
        if (segment.Length != 2 || segment == tenant.Culture || !Texts.Cultures.Contains(segment)) return;
        http.Request.Path = http.Request.Path.Value![3..] is { Length: > 0 } rest ? rest : "/";
        http.RequestServices.GetRequiredService<Current>().CulturePrefix = $"/{segment}";
    }
}
