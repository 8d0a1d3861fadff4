using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Integral.Platform.Security;

/// <summary>Forms of signed-in people carry a token besides; cached pages of visitors have none.</summary>
internal sealed class SignedInToken(IAntiforgery antiforgery) : IAsyncAuthorizationFilter
{
    /// <summary>It reads the form: how large that may be has been said before, at 900.</summary>
    public const int AfterLimits = 1000;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        if (SameOrigin.IsSafe(http.Request.Method) || http.User.Identity?.IsAuthenticated != true || http.Request.Headers.ContainsKey("Authorization")) return;
        // What failed is being explained: the form that was sent to it has been judged already.
        if (http.Features.Get<IStatusCodeReExecuteFeature>() is not null || http.Features.Get<IExceptionHandlerPathFeature>() is not null) return;
        if (!await antiforgery.IsRequestValidAsync(http)) context.Result = new StatusCodeResult(StatusCodes.Status400BadRequest);
    }
}
