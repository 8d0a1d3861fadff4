using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Integral.Ui.Maps;

/// <summary>
/// Pictures of streets under maps, from the server that <c>Integral:Map:Tiles</c> names; without it maps are drawn by ourselves alone and no visitor's
/// browser asks a stranger for anything.
/// </summary>
internal sealed class MapTiles
{
    private readonly string? template, host;

    /// <exception cref="InvalidOperationException">The setting isn't such an address.</exception>
    public MapTiles(IConfiguration configuration)
    {
        Credit = configuration["Integral:Map:Credit"] is { Length: > 0 } credit ? credit : "© OpenStreetMap";
        if (configuration["Integral:Map:Tiles"] is not { Length: > 0 } said) return;
        if (!new[] { "{z}", "{x}", "{y}" }.All(said.Contains) || !Uri.TryCreate(Filled(said, 0, 0, 0), UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http"))
            throw new InvalidOperationException($"Integral:Map:Tiles is '{said}'; it must be an address such as https://tile.example.org/{{z}}/{{x}}/{{y}}.png.");
        (template, host) = (said, address.GetLeftPart(UriPartial.Authority));
    }

    public bool AreOn => template is not null;

    /// <summary>Whose the pictures are; must stand under the map.</summary>
    public string Credit { get; }

    public string Address(int zoom, int x, int y) => Filled(template!, zoom, x, y);

    /// <summary>Lets the page that is being answered show them: no other page may. They are told the host that asks, as map servers want, and nothing of the page.</summary>
    public void AllowOn(HttpResponse response)
    {
        var policy = $"{response.Headers.ContentSecurityPolicy}";
        if (policy.Contains(host!, StringComparison.Ordinal)) return;
        response.Headers.ContentSecurityPolicy = policy.Replace("img-src 'self'", $"img-src 'self' {host}", StringComparison.Ordinal);
        response.Headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
    }

    private static string Filled(string template, int zoom, int x, int y) => template.Replace("{z}", Said(zoom), StringComparison.Ordinal).Replace("{x}", Said(x), StringComparison.Ordinal).Replace("{y}", Said(y), StringComparison.Ordinal);
    private static string Said(int number) => number.ToString(CultureInfo.InvariantCulture);
}
