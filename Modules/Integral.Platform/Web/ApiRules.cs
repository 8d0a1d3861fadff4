using Integral.Platform.Modules;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Integral.Platform.Web;

/// <summary>What holds for every address of the API, whichever module maps it: queries and bodies are bounded, bodies checked, a POST with a key is done once (design §5).</summary>
internal static class ApiRules
{
    public const long LargestBody = 1 << 20;

    private static readonly BoundedQuery Bounded = new();
    private static readonly ValidateBody Validate = new();
    private static readonly Idempotent Once = new();

    /// <summary>The group in which a module maps its addresses.</summary>
    public static RouteGroupBuilder GroupOf(IEndpointRouteBuilder routes, IntegralModule module)
    {
        var group = routes.MapGroup("");
        group.WithMetadata(new FeatureMetadata(module.Features[0].Id));
        ((IEndpointConventionBuilder)group).Add(Apply);
        return group;
    }

    private static void Apply(EndpointBuilder endpoint)
    {
        if (endpoint is not RouteEndpointBuilder { RoutePattern.RawText: { } address } || !address.TrimStart('/').StartsWith("api/", StringComparison.Ordinal)) return;
        endpoint.Metadata.Add(new RequestSizeLimitAttribute(LargestBody));      // a route of its own saying comes after and wins
        endpoint.FilterFactories.Add((_, next) => call => Bounded.InvokeAsync(call, next));
        endpoint.FilterFactories.Add((_, next) => call => Validate.InvokeAsync(call, next));
        if (endpoint.Metadata.OfType<IHttpMethodMetadata>().Any(m => m.HttpMethods.Contains(HttpMethods.Post)))
            endpoint.FilterFactories.Add((_, next) => call => Once.InvokeAsync(call, next));
    }
}
