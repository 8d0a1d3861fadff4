using Integral.Content.Reading;
using Integral.Content.Rendering;
using Microsoft.AspNetCore.Http;

namespace Integral.Content.Announcing;

/// <summary>Addresses with scheme and host, for what is read away from the site.</summary>
internal sealed class WholeAddresses(Current current, PublicSite site, Catalogue catalogue, TenantAddresses addresses, IHttpContextAccessor accessor)
{
    private HttpRequest Request => accessor.HttpContext!.Request;

    public string Home => Of(current.Tenant);

    public string Of(Tenant tenant) => addresses.Whole(tenant, Request);

    /// <summary>A page in this language.</summary>
    /// <param name="path">Without a slash before it; empty for the front page.</param>
    public string In(string culture, string path) => $"{Home}{(culture == site.Own ? "" : $"/{culture}")}{new PathString($"/{path}").ToUriComponent()}";

    /// <summary>A file of the own media folder, or of the institution's above that a text was taken from.</summary>
    public string? Media(string? path, Guid? origin) =>
        path is null ? null : $"{Of(origin is { } id && catalogue.Of(id) is { } above ? above : current.Tenant)}/media/{BodyWriter.MediaAddress(path)}";
}
