using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Integral.Administration.Api;

/// <summary>Institutions for programs: the same commands as the screens, and the same two checks.</summary>
internal static class TenantsApi
{
    private const int Usual = 50, Most = 100;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var tenants = routes.MapGroup("/api/v1/tenants").WithTags("Tenants");
        tenants.MapGet("", List).RequireAuthorization(AdministrationModule.View).WithSummary("The institutions here and below, oldest first");
        tenants.MapGet("{id:guid}", Get).RequireAuthorization(AdministrationModule.View).WithSummary("One institution");
        tenants.MapPost("", TenantsApiChanges.CreateAsync).RequireAuthorization(AdministrationModule.Manage).WithSummary("Deploys an institution from a recipe");
        tenants.MapPatch("{id:guid}", TenantsApiChanges.SetAsync).RequireAuthorization(AdministrationModule.Manage).WithSummary("Changes name, language, time zone or host names");
        tenants.MapPost("{id:guid}/move", TenantsApiChanges.MoveAsync).RequireAuthorization(AdministrationModule.Manage).WithSummary("Places it under another one, or gives it another address");
        tenants.MapPost("{id:guid}/disable", TenantsApiChanges.DisableAsync).RequireAuthorization(AdministrationModule.Manage).WithSummary("Switches its site off");
        tenants.MapPost("{id:guid}/enable", TenantsApiChanges.EnableAsync).RequireAuthorization(AdministrationModule.Manage).WithSummary("Switches its site on");
        tenants.MapPut("{id:guid}/features", TenantsApiChanges.FeaturesAsync).RequireAuthorization(AdministrationModule.Manage).WithSummary("Says which features it has");
        tenants.MapDelete("{id:guid}", TenantsApiChanges.RemoveAsync).RequireAuthorization(AdministrationModule.Manage).WithSummary("Puts it into an archive and removes it");
    }

    // The keys are version 7: their order is that of creation, and the last one seen says where to go on.
    private static TenantPage List(Catalogue catalogue, Current current, Guid? after, int? limit, TenantState? state, TenantKind? kind, string? q)
    {
        var take = Math.Clamp(limit ?? Usual, 1, Most);
        var found = catalogue.Within(current)
            .Where(t => (state is null || t.State == state) && (kind is null || t.Kind == kind) && (q is null || TenantSearch.Fits(t, q)))
            .OrderBy(t => t.Id).Where(t => after is null || t.Id.CompareTo(after.Value) > 0).Take(take + 1).ToList();
        return new([.. found.Take(take).Select(t => TenantView.Of(t, catalogue))], found.Count > take ? found[take - 1].Id : null);
    }

    private static Ok<TenantView> Get(Guid id, Catalogue catalogue, Current current, HttpContext http) => Answer(catalogue.Reach(id, current), catalogue, http);

    internal static Ok<TenantView> Answer(Tenant tenant, Catalogue catalogue, HttpContext http)
    {
        http.Response.Headers.ETag = $"\"{tenant.Version}\"";
        return TypedResults.Ok(TenantView.Of(tenant, catalogue));
    }
}

/// <param name="Next">The value of <c>after</c> for what comes next; null at the end.</param>
internal sealed record TenantPage(IReadOnlyList<TenantView> Items, Guid? Next);

internal sealed record TenantView(
    Guid Id, string Name, string Path, TenantKind Kind, Guid? ParentId, TenantState State, string? Trouble, string? Code,
    string Culture, string TimeZone, IReadOnlyList<string> Hosts, IReadOnlyList<string> Features, DateTime CreatedAt, long Version)
{
    public static TenantView Of(Tenant t, Catalogue catalogue) => new(t.Id, t.Name, $"/{t.Path}", t.Kind, t.ParentId is { } p && catalogue.Of(p) is not null ? p : null,
        t.State, t.Trouble, t.Code, t.Culture, t.TimeZone, t.Hosts, t.Features, t.CreatedAt, t.Version);
}
