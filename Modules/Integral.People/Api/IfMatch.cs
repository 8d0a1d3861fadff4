using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Integral.People.Api;

/// <summary>Who changes something says which state of it they saw.</summary>
internal static class IfMatch
{
    /// <returns>428 without the header, 412 when somebody was quicker; null to go on.</returns>
    public static StatusCodeHttpResult? Refuses(HttpRequest request, string tag)
    {
        if (request.Headers.IfMatch.Count == 0) return TypedResults.StatusCode(StatusCodes.Status428PreconditionRequired);
        return request.Headers.IfMatch.Contains(tag) ? null : TypedResults.StatusCode(StatusCodes.Status412PreconditionFailed);
    }
}
