using System.Globalization;
using Integral.Platform.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Integral.Platform.Web;

/// <summary>Public pages speak the language of their address, so that they can be cached and linked; the work face speaks the person's.</summary>
internal sealed class CultureMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http, Current current)
    {
        if (!current.HasTenant) return next(http);
        // The page that says why something failed is everyone's, but stands in the face that the person was in.
        var isPublic = http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null && http.Features.Get<IStatusCodeReExecuteFeature>() is null;
        var address = current.CulturePrefix.Length > 0 ? current.CulturePrefix[1..] : current.Tenant.Culture;
        var name = isPublic ? address : current.Account?.Culture ?? address;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(name);
        return next(http);
    }
}
