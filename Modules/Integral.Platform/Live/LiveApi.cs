using Integral.Platform.Data;
using Integral.Platform.Localization;
using Integral.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Platform.Live;

/// <summary>The stream of what changes, for people who belong to the tenant.</summary>
internal static class LiveApi
{
    private const string RetryAfter = "60";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/v1/events", ListenAsync).RequireAuthorization().WithSummary("Says what changed, as it happens (server-sent events)").WithTags("Live")
            .Produces<string>(StatusCodes.Status200OK, "text/event-stream").ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<IResult> ListenAsync(Current current, LiveStreams streams, Texts texts, HttpContext http)
    {
        var who = current.Account!;
        if (who.Roles.Count == 0) throw new NotAllowedException();
        if (streams.Open(current.Tenant, who) is not { } stream)
        {
            http.Response.Headers.RetryAfter = RetryAfter;
            return TypedResults.Problem(texts["Too many browsers are listening already. What is new shows a little later."], statusCode: StatusCodes.Status503ServiceUnavailable);
        }
        using (stream)
        {
            try
            {
                // It was opened to find out who asks. On SQLite it holds a connection, and a stream may last for a day.
                await http.RequestServices.GetRequiredService<HostDb>().DisposeAsync();
                await WriteAsync(stream, http);
            }
            catch (OperationCanceledException) { }      // the browser went away, or didn't take what was written
            finally { streams.Close(stream); }
        }
        return Results.Empty;
    }

    private static async Task WriteAsync(LiveStream stream, HttpContext http)
    {
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers["X-Accel-Buffering"] = "no";      // for nginx before us
        var hasMissed = http.Request.Headers.ContainsKey("Last-Event-ID");
        await LiveStream.SayAsync(http.Response.Body, $"retry: 5000\n\n{(hasMissed ? LiveStreams.Resync : "")}", http.RequestAborted);
        await stream.WriteAsync(http.Response.Body, http.RequestAborted);
    }
}
