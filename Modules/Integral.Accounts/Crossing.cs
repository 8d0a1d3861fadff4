using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Integral.Accounts;

/// <summary>
/// Signing in happens on the public host; an institution with a host name of its own sends the browser there and gets it back
/// with a code that is valid once, for 60 seconds (design §3).
/// </summary>
internal sealed class Crossing(Handovers handovers, Catalogue catalogue, Current current, IHttpContextAccessor accessor, IConfiguration configuration)
{
    private HttpContext Http => accessor.HttpContext!;

    /// <summary>Where to sign in; null when that is right here.</summary>
    public string? ToPublicHost(string? wanted)
    {
        var own = Http.Request.Host.Host;
        if (configuration["Integral:PublicUrl"]?.TrimEnd('/') is not { } there || new Uri(there).Host.Equals(own, StringComparison.OrdinalIgnoreCase) || catalogue.OfHost(own) is null) return null;
        return $"{there}/{current.Tenant.Path}/sign-in?host={Uri.EscapeDataString(Http.Request.Host.Value!)}&return={Uri.EscapeDataString(wanted ?? "")}";
    }

    /// <summary>The way back to the institution's own host; null when the browser didn't come from there.</summary>
    public async Task<string?> BackAsync(Account account, string? to, string? wanted)
    {
        if (string.IsNullOrEmpty(to) || catalogue.OfHost(new HostString(to).Host)?.Id != current.Tenant.Id) return null;
        return $"{Http.Request.Scheme}://{to}/sign-in/finish?code={await handovers.IssueAsync(account, to)}&return={Uri.EscapeDataString(wanted ?? "")}";
    }
}
