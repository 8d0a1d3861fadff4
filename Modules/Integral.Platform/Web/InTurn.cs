using System.Globalization;
using Integral.Platform.Data;
using Integral.Platform.Localization;
using Integral.Platform.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Platform.Web;

/// <summary>
/// Has requests worked on in turn, so that a tenant that floods slows down itself and not the others (A44). What the public cache answers has been
/// answered before. The place is given up when the answer begins: streams, downloads and slow readers hold none.
/// </summary>
internal sealed class InTurn(RequestDelegate next, FairTurns turns)
{
    // PostgreSQL works while we wait for it, so more may be under way.
    private const int OfACoreOnSqlite = 4, OfACoreOnPostgreSql = 8, WaitingOtherwise = 500;
    private const string RetryAfter = "5";

    public static FairTurns Turns(IConfiguration configuration, Provider provider, TimeProvider clock) => new(
        Math.Max(1, configuration.GetValue("Integral:Web:AtOnce", Environment.ProcessorCount * (provider == Provider.Sqlite ? OfACoreOnSqlite : OfACoreOnPostgreSql))),
        configuration.GetValue("Integral:Web:WaitingOfATenant", WaitingOtherwise), clock);

    public async Task InvokeAsync(HttpContext http, Current current)
    {
        if (!current.HasTenant || RequestLimits.IsFree(http))
        {
            await next(http);
            return;
        }
        if (await turns.EnterAsync(current.Tenant.Id, http.RequestAborted) is not { } place)
        {
            await RefuseAsync(http, current);
            return;
        }
        using (place)
        {
            place.Begin();
            http.Response.OnStarting(static place => { ((Place)place).Dispose(); return Task.CompletedTask; }, place);
            if (http.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == true) http.Request.Body = new PatientBody(http.Request.Body, place);
            await next(http);
        }
    }

    // In few words: a page that explains it would cost as much as the one that was asked for.
    private static async Task RefuseAsync(HttpContext http, Current current)
    {
        var said = http.RequestServices.GetRequiredService<Texts>().Say(T.Say("So many ask for this site right now that not everyone can be answered. Try again in a moment."), CultureInfo.GetCultureInfo(current.Tenant.Culture));
        http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        http.Response.Headers.RetryAfter = RetryAfter;
        if (http.Request.Path.StartsWithSegments("/api")) await TypedResults.Problem(said, statusCode: StatusCodes.Status503ServiceUnavailable).ExecuteAsync(http);
        else await TypedResults.Text(said, "text/plain; charset=utf-8", statusCode: StatusCodes.Status503ServiceUnavailable).ExecuteAsync(http);
    }
}
