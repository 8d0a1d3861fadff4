using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Isolation;

/// <summary>An address that the host answers, and who may ask.</summary>
/// <param name="Policy">The permission; "signed in" where any account will do, "everyone" for public addresses, "nobody" where it was forgotten.</param>
internal sealed record Mapped(string Method, string Pattern, string Policy)
{
    public bool IsRead => Method is "GET" or "HEAD";
    public IEnumerable<string> Parameters => System.Text.RegularExpressions.Regex.Matches(Pattern, @"\{\*{0,2}([a-zA-Z]+)").Select(m => m.Groups[1].Value);
    public override string ToString() => $"{Method} /{Pattern}";

    /// <summary>The address with the samples in the places of its parameters.</summary>
    public string Filled(Samples samples, string otherwise)
    {
        var url = Pattern;
        foreach (var parameter in Parameters)
            url = System.Text.RegularExpressions.Regex.Replace(url, $@"\{{\*{{0,2}}{parameter}[^}}]*\}}", samples.Of(this, parameter).Value ?? Samples.Plain(parameter) ?? otherwise);
        return url;
    }
}

/// <summary>Every address the host answers, from the router itself.</summary>
internal static class Endpoints
{
    public static IReadOnlyList<Mapped> All(IServiceProvider services) =>
        [.. services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText?.TrimStart('/').StartsWith("_content", StringComparison.Ordinal) != true && !IsFile(e))
            .SelectMany(e => Methods(e).Select(m => new Mapped(m, e.RoutePattern.RawText!.TrimStart('/'), PolicyOf(e)))).Distinct()
            .OrderBy(m => m.Pattern, StringComparer.Ordinal).ThenBy(m => m.Method, StringComparer.Ordinal)];

    // Pages answer GET and POST; what else a browser could send they don't handle.
    private static IEnumerable<string> Methods(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["GET", "POST"];

    // The front end's files: everyone may have them.
    private static bool IsFile(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText == "{**path:file}" || endpoint.Metadata.Any(m => m.GetType().Name.Contains("StaticAsset", StringComparison.Ordinal));

    private static string PolicyOf(Endpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null) return "everyone";
        var asked = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>();
        if (asked.Count == 0) return "nobody";
        return string.Join(" and ", asked.Select(a => a.Policy).OfType<string>().Distinct().DefaultIfEmpty("signed in"));
    }
}
