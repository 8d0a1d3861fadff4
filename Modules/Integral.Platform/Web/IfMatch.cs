using Integral.Platform.Localization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Integral.Platform.Web;

/// <summary>Who changes something through the API says which state of it they saw.</summary>
public static class IfMatch
{
    /// <summary>The tags that a change may meet; null where the header is missing or says that any will do.</summary>
    public static IReadOnlyList<string>? TagsOf(HttpRequest request)
    {
        if (request.Headers.IfMatch.Count == 0) return null;
        var tags = EntityTagHeaderValue.TryParseList([.. request.Headers.IfMatch.OfType<string>()], out var parsed) ? parsed : [];
        return tags.Any(t => t.Tag == "*") ? null : [.. tags.Where(t => !t.IsWeak).Select(t => t.Tag.ToString())];
    }

    /// <returns>428 without the header, 412 when somebody was quicker; null to go on.</returns>
    public static ProblemHttpResult? Refuses(HttpRequest request, string tag)
    {
        if (request.Headers.IfMatch.Count == 0) return Problem(request, StatusCodes.Status428PreconditionRequired, T.Say("Say in If-Match which version of it you have read."));
        return TagsOf(request)?.Contains(tag) == false ? Problem(request, StatusCodes.Status412PreconditionFailed, T.Say("Somebody else changed this a moment ago. Look at it again and repeat.")) : null;
    }

    private static ProblemHttpResult Problem(HttpRequest request, int status, Sentence detail) =>
        TypedResults.Problem(statusCode: status, detail: request.HttpContext.RequestServices.GetRequiredService<Texts>().Say(detail));
}
