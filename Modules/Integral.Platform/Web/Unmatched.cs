using Integral.Platform.Modules;
using Integral.Platform.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Platform.Web;

/// <summary>
/// Answers what the router has no endpoint for: 405 where the address is there for other methods, else 404.
/// Without it such a request would meet the policy for endpoints that have none and be told to sign in.
/// </summary>
internal sealed class Unmatched(RequestDelegate next, IEnumerable<EndpointDataSource> sources, ParameterPolicyFactory policies)
{
    private readonly Lazy<List<Address>> addresses = new(() => [.. sources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().Where(e => !IsCatchAll(e.RoutePattern)).Select(e => new Address(e, policies))]);

    public async Task InvokeAsync(HttpContext http)
    {
        var isApi = http.Request.Path.StartsWithSegments("/api");
        // What the router itself refuses (method, media type) isn't a route's endpoint and carries no policy. No page of the site lies under /api.
        var chosen = http.GetEndpoint();
        if (chosen is RouteEndpoint route && !(isApi && IsCatchAll(route.RoutePattern)))
        {
            await next(http);
            return;
        }
        var allowed = Methods(http);
        if (allowed.Count > 0 && !allowed.Contains(http.Request.Method))
        {
            http.Response.Headers.Allow = string.Join(", ", allowed);
            http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        }
        else if (allowed.Count > 0 && chosen is not RouteEndpoint and { RequestDelegate: { } refuse }) await refuse(http);
        else http.Response.StatusCode = StatusCodes.Status404NotFound;
        http.SetEndpoint(null);
        if (isApi) await http.RequestServices.GetRequiredService<IProblemDetailsService>().TryWriteAsync(new() { HttpContext = http, ProblemDetails = { Status = http.Response.StatusCode } });
    }

    private SortedSet<string> Methods(HttpContext http)
    {
        var current = http.RequestServices.GetRequiredService<Current>();
        return [.. addresses.Value.Where(a => a.Fits(http) && a.IsOn(current)).SelectMany(a => a.Methods)];
    }

    // A page of the site may stand at any address; that is no reason to say that this one is there.
    private static bool IsCatchAll(RoutePattern pattern) => pattern.Parameters.Any(p => p.IsCatchAll);

    private sealed class Address(RouteEndpoint endpoint, ParameterPolicyFactory policies)
    {
        private readonly TemplateMatcher matcher = new(new RouteTemplate(endpoint.RoutePattern), new(endpoint.RoutePattern.Defaults));

        private readonly List<(string Name, IRouteConstraint Rule)> rules = [.. endpoint.RoutePattern.Parameters.SelectMany(p => p.ParameterPolicies
            .Select(r => policies.Create(p, r)).OfType<IRouteConstraint>().Select(r => (p.Name, r)))];

        /// <summary>A page says nothing of methods: it is opened and, where it has a form, sent.</summary>
        public IReadOnlyList<string> Methods { get; } = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["GET", "HEAD", "POST"];

        public bool Fits(HttpContext http)
        {
            var values = new RouteValueDictionary();
            return matcher.TryMatch(http.Request.Path, values) && rules.All(r => r.Rule.Match(http, null, r.Name, values, RouteDirection.IncomingRequest));
        }

        public bool IsOn(Current current) =>
            endpoint.Metadata.GetMetadata<FeatureMetadata>() is not { } feature || current.HasTenant && current.Tenant.Has(feature.Id);
    }
}
