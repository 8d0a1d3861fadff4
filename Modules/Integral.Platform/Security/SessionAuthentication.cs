using System.Security.Claims;
using System.Text.Encodings.Web;
using Integral.Platform.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Integral.Platform.Security;

/// <summary>
/// Recognizes a session by its cookie or bearer token. Asks the host's database each time, one query:
/// what was revoked, blocked or demoted a moment ago has no right any more.
/// </summary>
internal sealed class SessionAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder url,
    Current current, SessionReader sessions, SessionActivity activity, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, url)
{
    public const string SchemeName = "Session";
    public const string Cookie = "integral";

    public static bool IsPresented(HttpRequest request) => request.Cookies.ContainsKey(Cookie) || request.Headers.ContainsKey("Authorization");

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Presented() is not { } secret || !current.HasTenant) return AuthenticateResult.NoResult();
        // Not injected: a visitor without a session must not open the host's database.
        var host = Context.RequestServices.GetRequiredService<HostDb>();
        var now = clock.GetUtcNow().UtcDateTime;
        var rows = await SessionReader.FindAsync(host, Secrets.Digest(secret), now);
        if (rows.Count == 0 || rows[0].OnlyTenant is { } only && only != current.Tenant.Id) return AuthenticateResult.NoResult();

        var who = sessions.SignedIn(rows, current.Tenant, now);
        current.Enter(who);
        activity.Seen(rows[0], current.Tenant.Id, now, Context.Connection.RemoteIpAddress);
        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, $"{who.AccountId}"), new(ClaimTypes.Name, who.Login)], SchemeName);
        return AuthenticateResult.Success(new(new(identity), SchemeName));
    }

    private string? Presented()
    {
        var header = Request.Headers.Authorization.ToString();
        return header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header[7..].Trim() : Request.Cookies[Cookie];
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (Request.Path.StartsWithSegments("/api"))
        {
            Response.StatusCode = StatusCodes.Status401Unauthorized;
            Response.Headers.WWWAuthenticate = "Bearer";
            return Task.CompletedTask;
        }
        // A page that was asked for comes back after signing in; a form that was sent can't, so it isn't promised.
        var back = HttpMethods.IsGet(Request.Method) ? $"?return={Uri.EscapeDataString(Request.PathBase + Request.Path + Request.QueryString)}" : "";
        Response.Redirect($"{current.Base}{current.CulturePrefix}/sign-in{back}");
        return Task.CompletedTask;
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
