using System.Text.Json.Nodes;
using Integral.Platform.Recipes;
using Integral.Platform.Settings;

namespace Integral.Ui.Brand;

internal enum Shape
{
    [Display(Name = "Rounded")] Rounded,
    [Display(Name = "Slightly rounded")] Slight,
    [Display(Name = "Square")] Square,
}

/// <summary>Fonts that computers have: nothing is loaded for them. All of them know Kazakh letters.</summary>
internal enum Font
{
    [Display(Name = "Plain")] Plain,
    [Display(Name = "Headings with serifs")] SerifHeadings,
    [Display(Name = "With serifs")] Serif,
}

/// <summary>What an institution has said of its looks, the settings objects <c>BrandSettings</c> and <c>Theme</c>. What is null, it takes from above.</summary>
internal sealed record BrandSettings
{
    public const string Name = "BrandSettings", ThemeName = "Theme";
    public const int LongestName = 40;

    public static readonly BrandSettings None = new();

    public Colour? Main { get; init; }
    public Colour? Accent { get; init; }
    public Shape? Shape { get; init; }
    public Font? Font { get; init; }
    public Logo? Logo { get; init; }

    /// <summary>Beside the logo, where the full name is too long. Never taken from above.</summary>
    public string? ShortName { get; init; }
    public string? SiteTheme { get; init; }
    public string? WorkTheme { get; init; }

    /// <summary>This institution's own words, and for the rest those of the ones above. The accent goes with its main colour.</summary>
    public BrandSettings Over(BrandSettings above) => new()
    {
        Main = Main ?? above.Main, Accent = Main is null ? above.Accent : Accent, Shape = Shape ?? above.Shape, Font = Font ?? above.Font,
        Logo = Logo ?? above.Logo, ShortName = ShortName, SiteTheme = SiteTheme ?? above.SiteTheme, WorkTheme = WorkTheme ?? above.WorkTheme,
    };

    public static async Task<BrandSettings> ReadAsync(Db db)
    {
        var rows = await db.Set<Setting>().AsNoTracking().Where(s => s.Name == Name || s.Name == ThemeName).ToDictionaryAsync(s => s.Name, s => s.Value);
        return Of(Parsed(rows, Name), Parsed(rows, ThemeName), db.Tenant.Id);
    }

    // A recipe may have written anything: what can't be understood counts as not said, and only what was understood enters a stylesheet.
    internal static BrandSettings Of(JsonObject brand, JsonObject theme, Guid tenant) => new()
    {
        Main = Colour.TryParse(brand.Text("Main"), out var main) ? main : null,
        Accent = Colour.TryParse(brand.Text("Accent"), out var accent) ? accent : null,
        ShortName = brand.Text("ShortName") is { Length: > 0 and <= LongestName } name ? name : null,
        Shape = Word<Shape>(brand, "Shape"), Font = Word<Font>(brand, "Font"),
        Logo = Logo.Of(brand.Find("Logo") as JsonObject, tenant),
        SiteTheme = theme.Text("site"), WorkTheme = theme.Text("admin"),
    };

    /// <summary>What is wrong with the object in a recipe: the place and a sentence.</summary>
    internal static IEnumerable<(string Place, Sentence What)> ProblemsOf(JsonObject brand)
    {
        foreach (var colour in new[] { "Main", "Accent" })
            if (brand.Find(colour) is { } said && !Colour.TryParse(brand.Text(colour), out _)) yield return (colour, T.Say("'{0}' isn't a colour such as #0f5a6b.", $"{said}"));
        if (brand.Find("ShortName") is not null && brand.Text("ShortName") is not { Length: <= LongestName }) yield return ("ShortName", T.Say("A short name has at most {0} characters.", LongestName));
        if (brand.Find("Shape") is { } shape && Word<Shape>(brand, "Shape") is null) yield return ("Shape", T.Say("There is no '{0}' here. There are: {1}.", $"{shape}", string.Join(", ", Enum.GetNames<Shape>())));
        if (brand.Find("Font") is { } font && Word<Font>(brand, "Font") is null) yield return ("Font", T.Say("There is no '{0}' here. There are: {1}.", $"{font}", string.Join(", ", Enum.GetNames<Font>())));
        if (brand.Find("Logo") is not null) yield return ("Logo", T.Say("A logo isn't a setting: the step '{0}' puts it up.", BrandLogoStep.StepName));
    }

    private static TWord? Word<TWord>(JsonObject brand, string name) where TWord : struct, Enum =>
        brand.Text(name) is { } text && Enum.GetNames<TWord>().Contains(text, StringComparer.OrdinalIgnoreCase) ? Enum.Parse<TWord>(text, ignoreCase: true) : null;

    private static JsonObject Parsed(Dictionary<string, string> rows, string name) =>
        rows.TryGetValue(name, out var text) ? JsonNode.Parse(text) as JsonObject ?? [] : [];
}
