using Integral.Platform.Localization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Integral.Platform.Modules;

/// <summary>Which features have an address in common, so that they can't both be on in one tenant.</summary>
public sealed class RouteConflicts(IEnumerable<EndpointDataSource> sources)
{
    private readonly Lazy<List<(string A, string B, string Route)>> conflicts = new(() => Find(sources.SelectMany(s => s.Endpoints)));

    /// <exception cref="RuleException">Two of the features answer the same address.</exception>
    public void Check(IReadOnlySet<string> features)
    {
        foreach (var (a, b, route) in conflicts.Value)
            Rule.Require(!(features.Contains(a) && features.Contains(b)), T.Say("'{0}' and '{1}' both answer the address '{2}'. Switch one of them off.", a, b, route));
    }

    private static List<(string, string, string)> Find(IEnumerable<Endpoint> endpoints) =>
        [.. endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<FeatureMetadata>() is not null)
            .SelectMany(e => Methods(e).Select(method => (Feature: e.Metadata.GetMetadata<FeatureMetadata>()!.Id, Address: $"{method} {Shape(e)}", e.Order)))
            .GroupBy(e => (e.Address, e.Order))
            .SelectMany(g => g.Select(e => e.Feature).Distinct().Order() is var same ? same.SelectMany(a => same.Where(b => string.CompareOrdinal(a, b) < 0).Select(b => (a, b, g.Key.Address))) : [])
            .Distinct()];

    private static IEnumerable<string> Methods(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["*"];

    // Two routes are the same when they differ only in the names of their parameters.
    private static string Shape(RouteEndpoint endpoint) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment =>
        string.Concat(segment.Parts.Select(part => part is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal ? literal.Content.ToLowerInvariant() : "{}"))));
}
