using Microsoft.AspNetCore.Http;

namespace Integral.Ui.Faces;

/// <summary>How a person wants pages to look: the cookie <c>look</c>, words joined by a hyphen. look-cookie.ts reads the same.</summary>
internal sealed record Look(string? Theme, bool IsContrast)
{
    private const string Cookie = "look";

    public static Look Of(HttpContext http)
    {
        var words = (http.Request.Cookies[Cookie] ?? "").Split('-');
        return new(words.Contains("dark") ? "dark" : words.Contains("light") ? "light" : null, words.Contains("contrast"));
    }

    public Look With(string word) => word switch
    {
        "dark" or "light" => this with { Theme = word },
        "auto" => this with { Theme = null },
        "contrast" => this with { IsContrast = true },
        "normal" => this with { IsContrast = false },
        _ => this,
    };

    /// <summary>Script reads it too, so it isn't closed to script; it says nothing about the person.</summary>
    public void Remember(HttpContext http) => http.Response.Cookies.Append(Cookie, ToString(), new()
    {
        Path = "/", MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, IsEssential = true,
    });

    public override string ToString() => string.Join('-', new[] { Theme, IsContrast ? "contrast" : null }.Where(word => word is not null));
}
