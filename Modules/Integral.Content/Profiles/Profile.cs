using System.Globalization;
using System.Text.Json.Nodes;
using Integral.Content.Rendering;
using Integral.Platform.Recipes;
using Integral.Ui.Maps;

namespace Integral.Content.Profiles;

/// <summary>What everybody may know of an institution: the settings object <c>Site</c>, of which the catalogue has a copy for the institutions above. Null for what nobody has said.</summary>
internal sealed record Profile
{
    public const string Setting = "Site";
    public const int LongestText = 300;
    private const string PlaceField = nameof(Place), SiteField = nameof(WebSite);

    public static readonly Profile Empty = new();

    private static readonly string[] Texts = [nameof(About), nameof(Address), nameof(Phone), nameof(Email), nameof(Hours), nameof(Head), nameof(Languages)];

    public string? About { get; init; }
    public string? Address { get; init; }
    public string? Phone { get; init; }
    public string? Email { get; init; }
    public string? Hours { get; init; }
    public string? Head { get; init; }

    /// <summary>In which it teaches.</summary>
    public string? Languages { get; init; }

    /// <summary>Its official site, where that is another one than this.</summary>
    public string? WebSite { get; init; }
    public MapPlace? Place { get; init; }

    public bool IsEmpty => this == Empty;

    /// <summary>As the catalogue has it: no query, whoever's it is.</summary>
    public static Profile Of(Tenant tenant) => tenant.Profile.Length == 0 ? Empty : Of(Json.Read<JsonObject>(tenant.Profile));

    // A recipe or a backup may have written anything: what can't be understood counts as not said.
    public static Profile Of(JsonObject? said) => said is null ? Empty : new()
    {
        About = Text(said, nameof(About)), Address = Text(said, nameof(Address)), Phone = Text(said, nameof(Phone)), Email = Text(said, nameof(Email)), Hours = Text(said, nameof(Hours)),
        Head = Text(said, nameof(Head)), Languages = Text(said, nameof(Languages)), WebSite = Text(said, SiteField) is { } site && IsSite(site) ? site : null, Place = PlaceOf(said),
    };

    /// <summary>For the settings. What is null is in it too, so that it takes away what was said before.</summary>
    public JsonObject ToJson() => new()
    {
        [nameof(About)] = About, [nameof(Address)] = Address, [nameof(Phone)] = Phone, [nameof(Email)] = Email, [nameof(Hours)] = Hours, [nameof(Head)] = Head, [nameof(Languages)] = Languages,
        [SiteField] = WebSite, [PlaceField] = Place is { } place ? new JsonObject { [nameof(MapPlace.Latitude)] = place.Latitude, [nameof(MapPlace.Longitude)] = place.Longitude } : null,
    };

    /// <summary>For the catalogue: only what stands in a profile, whatever else the settings have.</summary>
    public static string Shown(JsonObject said) => Of(said) is { IsEmpty: false } profile ? Json.Write(profile.ToJson()) : "";

    /// <summary>What is wrong with the object in a recipe: the place and a sentence.</summary>
    public static IEnumerable<(string Place, Sentence What)> ProblemsOf(JsonObject said)
    {
        foreach (var name in Texts)
            if (said.Text(name) is { Length: > LongestText }) yield return (name, T.Say("At most {0} characters.", LongestText));
        if (said.Text(SiteField) is { Length: > 0 } site && !IsSite(site)) yield return (SiteField, T.Say("'{0}' isn't the address of a site, such as https://school.example.org.", site));
        if (said.Find(PlaceField) is not null && PlaceOf(said) is null) yield return (PlaceField, T.Say("A place is two numbers, latitude and longitude, such as 49.9483, 82.6275."));
    }

    /// <summary>«49.9483, 82.6275», as maps give it to be copied.</summary>
    public static MapPlace? PlaceOf(string text) =>
        text.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries) is [var latitude, var longitude] ? PlaceOf(latitude, longitude) : null;

    public static string Said(MapPlace place) => string.Create(CultureInfo.InvariantCulture, $"{place.Latitude}, {place.Longitude}");

    private static MapPlace? PlaceOf(JsonObject said) => said.Find(PlaceField) is JsonObject place ? PlaceOf(place.Text(nameof(MapPlace.Latitude)), place.Text(nameof(MapPlace.Longitude))) : null;

    private static MapPlace? PlaceOf(string? latitude, string? longitude) =>
        double.TryParse(latitude, NumberStyles.Float, CultureInfo.InvariantCulture, out var north) && double.TryParse(longitude, NumberStyles.Float, CultureInfo.InvariantCulture, out var east)
            && Math.Abs(north) <= 90 && Math.Abs(east) <= 180 ? new(north, east) : null;

    private static bool IsSite(string address) => address.Length <= LongestText && SafeAddress.IsExternal(address) && SafeAddress.ForLink(address) == address && Uri.TryCreate(address, UriKind.Absolute, out _);

    private static string? Text(JsonObject said, string name) => said.Text(name)?.Trim() is { Length: > 0 and <= LongestText } text ? text : null;
}
