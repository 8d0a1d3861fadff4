using Integral.Platform.Data;
using Integral.Platform.Localization;
using Integral.Platform.Security;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Web;

/// <summary>The API's answers to what goes wrong, as problem details (RFC 9457). Nothing of the exception itself is told.</summary>
internal sealed class ApiErrors(Texts texts, IProblemDetailsService problems) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception exception, CancellationToken cancel)
    {
        // The request's own path is the error page's by now.
        PathString asked = http.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? http.Request.Path;
        if (!asked.StartsWithSegments("/api")) return false;
        var problem = exception switch
        {
            RuleException rule => Problem(StatusCodes.Status422UnprocessableEntity, texts.Say(rule.Sentence)),
            NotFoundException => Problem(StatusCodes.Status404NotFound, texts["There is nothing here."]),
            NotAllowedException => Problem(StatusCodes.Status403Forbidden, texts["You may not do this there."]),
            DbUpdateConcurrencyException => Problem(StatusCodes.Status412PreconditionFailed, texts["Somebody else changed this a moment ago. Look at it again and repeat."]),
            BusyException => Problem(StatusCodes.Status503ServiceUnavailable, texts["Too many people sign in right now. Try again in a minute."]),
            _ when DiskTrouble.IsFull(exception) => Problem(StatusCodes.Status507InsufficientStorage, texts.Say(DiskTrouble.IsFullNow)),
            _ when Trouble.StatusOf(exception) == StatusCodes.Status503ServiceUnavailable => Problem(StatusCodes.Status503ServiceUnavailable, texts["This site is being repaired."]),
            BadHttpRequestException bad => Problem(bad.StatusCode, texts["The request can't be read."]),
            _ when Trouble.StatusOf(exception) == StatusCodes.Status400BadRequest => Problem(StatusCodes.Status400BadRequest, texts["The request can't be read."]),
            _ => Problem(StatusCodes.Status500InternalServerError, texts["Something went wrong on our side. It was noted under the number {0}.", http.TraceIdentifier]),
        };
        http.Response.StatusCode = problem.Status!.Value;
        return await problems.TryWriteAsync(new() { HttpContext = http, ProblemDetails = problem });
    }

    private static ProblemDetails Problem(int status, string detail) => new() { Status = status, Detail = detail };
}
