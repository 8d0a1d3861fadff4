using System.Globalization;
using Integral.Platform.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Integral.Administration.Api;

/// <summary>The handlers that change something.</summary>
internal static class TenantsApiChanges
{
    public static async Task<Created<TenantView>> CreateAsync(TenantBody body, Catalogue catalogue, Current current, TenantChanges changes, Deployment deployment, HttpContext http)
    {
        var parent = catalogue.Reach(body.ParentId ?? current.Tenant.Id, current);
        await changes.RequireDestinationAsync(parent.Id);
        var report = await deployment.CreateAsync(new(body.Name, body.Path, body.Recipe)
        {
            ParentId = parent.Id, Kind = body.Kind, Host = body.Host, Culture = body.Culture ?? parent.Culture, TimeZone = body.TimeZone ?? parent.TimeZone, Code = body.Code, Server = body.Server,
            AdminEmail = body.AdminEmail, AdminPassword = body.AdminPassword, Parameters = body.Parameters ?? new Dictionary<string, string>(),
        });
        http.Response.Headers.ETag = $"\"{report.Tenant.Version}\"";
        return TypedResults.Created($"{http.Request.PathBase}/api/v1/tenants/{report.Tenant.Id}", TenantView.Of(report.Tenant, catalogue));
    }

    public static async Task<Ok<TenantView>> SetAsync(Guid id, TenantPatch body, [AsParameters] Call call)
    {
        var settings = new TenantSettings { Name = body.Name, Culture = body.Culture, TimeZone = body.TimeZone, Hosts = body.Hosts };
        return call.Answer(await call.Changes.SetAsync(call.Target(id), settings, call.Seen(id)));
    }

    public static async Task<Ok<TenantView>> MoveAsync(Guid id, TenantMove body, [AsParameters] Call call)
    {
        Rule.Require(body.ParentId is not null || body.Path is not null, "Say where to: parentId, path or both.");
        var (target, version, moved) = (call.Target(id), call.Seen(id), (Tenant?)null);
        if (body.ParentId is { } parent) moved = await call.Changes.MoveAsync(target, call.Target(parent), version);
        if (body.Path is { } path) moved = await call.Changes.MoveToAsync(target, path, moved?.Version ?? version);
        return call.Answer(moved!);
    }

    public static async Task<Ok<TenantView>> DisableAsync(Guid id, [AsParameters] Call call) => call.Answer(await call.Changes.DisableAsync(call.Target(id), call.Seen(id)));

    public static async Task<Ok<TenantView>> EnableAsync(Guid id, [AsParameters] Call call) => call.Answer(await call.Changes.EnableAsync(call.Target(id), call.Seen(id)));

    public static async Task<Ok<TenantView>> FeaturesAsync(Guid id, TenantFeatures body, ModuleCatalog modules, [AsParameters] Call call)
    {
        var target = call.Catalogue.Reach(id, call.Current);
        // What is always on needn't be named, so leaving it out isn't a wish to switch it off.
        var off = target.Features.Except(body.Features, StringComparer.OrdinalIgnoreCase).Where(f => modules.Features.GetValueOrDefault(f) is { IsAlwaysOn: false }).ToList();
        return call.Answer(await call.Changes.SwitchAsync(id, body.Features, off, call.Seen(id)));
    }

    public static async Task<Ok<Removed>> RemoveAsync(Guid id, TenantRemoval removal, [AsParameters] Call call)
    {
        var archive = await removal.RemoveAsync(call.Target(id), call.Seen(id));
        return TypedResults.Ok(new Removed(Path.GetFileName(archive)));
    }
}

/// <summary>What every change needs: the tree, the one who asks, and the version they saw.</summary>
internal readonly record struct Call(Catalogue Catalogue, Current Current, TenantChanges Changes, HttpContext Http)
{
    /// <summary>If-Match names versions that were read, and one of them must be the present one; without it, or with *, any will do. What isn't ours matches nothing.</summary>
    public long? Seen(Guid id)
    {
        if (IfMatch.TagsOf(Http.Request) is not { } tags) return null;
        var (now, versions) = (Catalogue.Reach(id, Current).Version, tags.Select(t => long.TryParse(t.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1).ToList());
        return versions.Contains(now) ? now : versions.DefaultIfEmpty(-1).Max();      // this node's catalogue may be a second old: the database decides
    }

    public Guid Target(Guid id) => Catalogue.Reach(id, Current).Id;
    public Ok<TenantView> Answer(Tenant tenant) => TenantsApi.Answer(tenant, Catalogue, Http);
}

internal sealed record TenantBody(
    [property: Required, StringLength(300)] string Name, [property: Required, StringLength(60)] string Path, [property: Required, StringLength(60)] string Recipe)
{
    public Guid? ParentId { get; init; }
    public TenantKind? Kind { get; init; }
    [StringLength(253)] public string? Host { get; init; }
    [StringLength(10)] public string? Culture { get; init; }
    [StringLength(60)] public string? TimeZone { get; init; }
    [StringLength(60)] public string? Code { get; init; }

    /// <summary>The database server to hold it; the default one if left out.</summary>
    [StringLength(60)] public string? Server { get; init; }
    [EmailAddress, StringLength(256)] public string? AdminEmail { get; init; }
    [StringLength(128)] public string? AdminPassword { get; init; }
    [MaxLength(50)] public Dictionary<string, string>? Parameters { get; init; }
}

internal sealed record TenantPatch
{
    [StringLength(300)] public string? Name { get; init; }
    [StringLength(10)] public string? Culture { get; init; }
    [StringLength(60)] public string? TimeZone { get; init; }
    [MaxLength(20)] public List<string>? Hosts { get; init; }
}

internal sealed record TenantMove(Guid? ParentId = null, [property: StringLength(60)] string? Path = null);

internal sealed record TenantFeatures([property: Required, MaxLength(200)] List<string> Features);

internal sealed record Removed(string Archive);
