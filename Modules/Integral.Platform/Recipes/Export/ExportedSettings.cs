using System.Text.Json.Nodes;
using Integral.Platform.Localization;
using Integral.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Recipes.Export;

/// <summary>The theme and the settings, less what is secret.</summary>
internal sealed class ExportedSettings(IEnumerable<KnownSettings> known) : IExportedSteps
{
    private const string Theme = "Theme", Site = "Site";

    private static readonly string[] Secrets = ["password", "passwd", "pwd", "passphrase", "secret", "salt", "token", "apikey", "accesskey", "privatekey", "connectionstring", "credential", "superuser"];

    // What names the institution is said anew when the recipe is run.
    private static readonly (string Property, string Parameter)[] Names = [("SiteName", "SiteName"), ("TimeZoneId", "SiteTimeZone")];

    public async Task AddAsync(ExportedSite site)
    {
        var all = (await site.Db.Set<Setting>().AsNoTracking().ToListAsync()).OrderBy(s => s.Name, StringComparer.Ordinal).ToDictionary(s => s.Name, s => JsonNode.Parse(s.Value)!.AsObject());
        if (all.Remove(Theme, out var theme)) site.Step("themes", theme);
        foreach (var name in all.Keys.Where(IsSecret).ToList())
        {
            all.Remove(name);
            site.LeaveOut(Secret(name));
        }
        if (all.Count == 0) return;

        foreach (var settings in known)
            if (all.TryGetValue(settings.Name, out var values)) LeaveOut(settings.NotSettings, values);
        var named = all.TryGetValue(Site, out var own) ? Names.Where(n => own.Remove(n.Property)).ToList() : [];
        site.Step("settings", new(all.Select(s => KeyValuePair.Create<string, JsonNode?>(s.Key, Open(s.Value, s.Key, site)))), named);
    }

    private static void LeaveOut(IReadOnlyList<string> properties, JsonObject values)
    {
        foreach (var name in values.Select(v => v.Key).Where(k => properties.Contains(k, StringComparer.OrdinalIgnoreCase)).ToList()) values.Remove(name);
    }

    private static JsonObject Open(JsonObject values, string place, ExportedSite site)
    {
        var open = new JsonObject();
        foreach (var (key, value) in values)
        {
            if (IsSecret(key)) site.LeaveOut(Secret($"{place}.{key}"));
            else open[key] = Open(value, $"{place}.{key}", site);
        }
        return open;
    }

    private static JsonNode? Open(JsonNode? value, string place, ExportedSite site) => value switch
    {
        JsonObject inner => Open(inner, place, site),
        JsonArray list => new JsonArray([.. list.Select(item => Open(item, place, site))]),
        _ => value?.DeepClone(),
    };

    // api_key, api-key and ApiKey are one word.
    private static bool IsSecret(string name)
    {
        var plain = string.Concat(name.Where(char.IsLetterOrDigit));
        return Secrets.Any(s => plain.Contains(s, StringComparison.OrdinalIgnoreCase));
    }

    private static Sentence Secret(string place) => T.Say("The setting {0} is secret or may be.", place);
}
