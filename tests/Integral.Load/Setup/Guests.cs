using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Integral.Load.Setup;

/// <summary>People of the demo who have signed in.</summary>
internal static class Guests
{
    private const string Password = "Integral-2026";

    /// <summary>Signs in on the screen, as a browser.</summary>
    /// <returns>The header line with the session's cookie, and the form token's once a page has given it.</returns>
    public static async Task<string> CookieAsync(HttpClient http, string login, string tenant, string page)
    {
        using var form = new HttpRequestMessage(HttpMethod.Post, $"{tenant}/sign-in") { Content = new FormUrlEncodedContent([new("Form.Login", login), new("Form.Password", Password)]) };
        form.Headers.Add("Sec-Fetch-Site", "same-origin");
        using var signedIn = await http.SendAsync(form);
        var session = Cookies(signedIn);
        using var look = new HttpRequestMessage(HttpMethod.Get, tenant + page);
        look.Headers.Add("Cookie", session);
        using var shown = await http.SendAsync(look);
        shown.EnsureSuccessStatusCode();
        return $"Cookie: {string.Join("; ", new[] { session, Cookies(shown) }.Where(c => c.Length > 0))}";
    }

    /// <returns>The header line of a program's token.</returns>
    public static async Task<string> TokenAsync(HttpClient http, string login, string tenant)
    {
        using var answer = await http.PostAsJsonAsync($"{tenant}/api/v1/token", new { login, password = Password });
        var token = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>();
        return $"Authorization: Bearer {token!["accessToken"]}";
    }

    private static string Cookies(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Set-Cookie", out var set) ? string.Join("; ", set.Select(c => c.Split(';')[0])) : "";
}
