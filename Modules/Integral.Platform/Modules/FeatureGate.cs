using Integral.Platform.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Platform.Modules;

/// <summary>Says which feature an endpoint belongs to.</summary>
public sealed record FeatureMetadata(string Id);

/// <summary>Removes endpoints of features that are off for the tenant while the endpoint is being chosen: they answer 404, as if not built in.</summary>
internal sealed class FeatureGate : MatcherPolicy, IEndpointSelectorPolicy
{
    // Before every policy that would otherwise answer for an endpoint which isn't there, such as 405 or 415.
    public override int Order => int.MinValue + 100;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => endpoints.Any(e => e.Metadata.GetMetadata<FeatureMetadata>() is not null);

    public Task ApplyAsync(HttpContext http, CandidateSet candidates)
    {
        var (current, modules) = (http.RequestServices.GetRequiredService<Current>(), http.RequestServices.GetRequiredService<ModuleCatalog>());
        for (var i = 0; i < candidates.Count; i++)
        {
            if (candidates.IsValidCandidate(i) && candidates[i].Endpoint.Metadata.GetMetadata<FeatureMetadata>() is { } feature && !(current.HasTenant && modules.IsOn(feature.Id, current.Tenant)))
                candidates.SetValidity(i, false);
        }
        return Task.CompletedTask;
    }
}
