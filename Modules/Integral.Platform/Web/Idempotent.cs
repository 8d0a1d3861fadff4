using System.Text.Json;
using Integral.Platform.Data;
using Integral.Platform.Localization;
using Integral.Platform.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Integral.Platform.Web;

/// <summary>
/// Does a POST with an <c>Idempotency-Key</c> once: the same request again within a day gets the first answer, another one under the same key is refused.
/// Only answers that changed something are kept; what failed may be tried again under its key.
/// </summary>
public sealed class Idempotent : IEndpointFilter
{
    public const string Header = "Idempotency-Key";
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1), LongestWork = TimeSpan.FromMinutes(15);

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.Request.Headers[Header].ToString() is not { Length: > 0 } given || !http.Items.TryAdd(typeof(Idempotent), given)) return await next(context);
        if (given.Length > 200) return TypedResults.Problem(statusCode: StatusCodes.Status400BadRequest, detail: Say(http, T.Say("An idempotency key has at most 200 characters.")));

        var current = http.RequestServices.GetRequiredService<Current>();
        // Nobody who isn't known has answers kept: others could ask for them, or try passwords against them past the throttle.
        if (current.Account is null) return await next(context);
        var whose = $"{current.Account.AccountId} {current.Tenant.Id} {given}";
        var key = Secrets.Digest(whose);
        var asked = Secrets.Digest($"{given} {http.Request.Method} {http.Request.Path}{http.Request.QueryString} {JsonSerializer.Serialize(context.Arguments.Where(IsBody), Json.Options)}");
        if (await ClaimAsync(http, key, asked) is { } earlier) return Again(http, earlier, asked, whose);
        return await DoAsync(http, key, whose, () => next(context));
    }

    private static async Task<object?> DoAsync(HttpContext http, string key, string whose, Func<ValueTask<object?>> next)
    {
        var isKept = false;
        try
        {
            var result = await next();
            var answer = Inner(result);
            isKept = answer is not IResult || answer is IStatusCodeHttpResult { StatusCode: null or >= 200 and < 300 };
            if (isKept) await KeepAsync(http, key, whose, answer);
            return result;
        }
        finally
        {
            if (!isKept) await WithRowAsync(http, (host, rows) => host.WriteAsync(() => rows.Where(r => r.Key == key).ExecuteDeleteAsync()));
        }
    }

    /// <returns>Null when the key is ours now, else what is known of it.</returns>
    private static async Task<IdempotentRequest?> ClaimAsync(HttpContext http, string key, string asked)
    {
        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var (old, stuck) = (now - Kept, now - LongestWork);
        IdempotentRequest? earlier = null;
        try
        {
            await WithRowAsync(http, (host, rows) => host.WriteAsync(() => TakeAsync(host, rows)));
        }
        catch (DbUpdateException)
        {
            // Both looked before either wrote: the key is the other one's.
            await WithRowAsync(http, async (_, rows) => earlier = await rows.AsNoTracking().SingleOrDefaultAsync(r => r.Key == key));
        }
        return earlier;

        async Task TakeAsync(HostDb host, DbSet<IdempotentRequest> rows)
        {
            await rows.Where(r => r.CreatedAt < old || r.Status == null && r.CreatedAt < stuck).ExecuteDeleteAsync();
            earlier = await rows.AsNoTracking().SingleOrDefaultAsync(r => r.Key == key);
            if (earlier is not null) return;
            rows.Add(new() { Key = key, Request = asked, CreatedAt = now });
            await host.SaveChangesAsync();
        }
    }

    // Handlers that say all they may answer return one of several results.
    private static object? Inner(object? result) => result is INestedHttpResult nested ? Inner(nested.Result) : result;

    private static Task KeepAsync(HttpContext http, string key, string whose, object? result) => WithRowAsync(http, async (host, rows) =>
    {
        var row = await rows.SingleAsync(r => r.Key == key);
        var options = http.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        row.Status = (result as IStatusCodeHttpResult)?.StatusCode ?? StatusCodes.Status200OK;
        row.Answer = (result is IResult ? (result as IValueHttpResult)?.Value : result) is { } value ? SealedAnswer.Seal(JsonSerializer.Serialize(value, value.GetType(), options), whose) : null;
        row.Location = result?.GetType().GetProperty("Location")?.GetValue(result) as string;     // Created<T> shares no interface that has it
        await host.SaveChangesAsync();
    });

    private static IResult Again(HttpContext http, IdempotentRequest earlier, string asked, string whose)
    {
        if (earlier.Request != asked) return TypedResults.Problem(statusCode: StatusCodes.Status422UnprocessableEntity, detail: Say(http, T.Say("This idempotency key was used for another request.")));
        if (earlier.Status is null) return TypedResults.Problem(statusCode: StatusCodes.Status409Conflict, detail: Say(http, T.Say("This request is being worked on. Ask again in a moment.")));
        if (earlier.Location is { } location) http.Response.Headers.Location = location;
        return earlier.Answer is { } answer ? TypedResults.Text(SealedAnswer.Open(answer, whose), "application/json", statusCode: earlier.Status) : TypedResults.StatusCode(earlier.Status.Value);
    }

    private static async Task WithRowAsync(HttpContext http, Func<HostDb, DbSet<IdempotentRequest>, Task> work)
    {
        // A unit of work of its own: what the handler does or undoes doesn't touch the row.
        var services = http.RequestServices;
        await using var host = services.GetRequiredService<Databases>().OpenHost("idempotency", services.GetRequiredService<TimeProvider>());
        await work(host, host.IdempotentRequests);
    }

    private static bool IsBody(object? argument) => argument is not null && ValidateBody.IsOurs(argument.GetType()) || argument is Guid or string;
    private static string Say(HttpContext http, Sentence sentence) => http.RequestServices.GetRequiredService<Texts>().Say(sentence);
}
