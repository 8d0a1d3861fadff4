using System.Text.Json.Nodes;
using Integral.Platform.Localization;
using Integral.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Recipes.Export;

/// <summary>The theme and the settings, less what is secret.</summary>
internal sealed class ExportedSettings : IExportedSteps
{
    private const string Theme = "Theme", Site = "Site";

    private static readonly string[] Secrets = ["password", "passphrase", "secret", "salt", "token", "apikey", "accesskey", "privatekey", "connectionstring", "credential", "superuser"];

    // What names the institution is said anew when the recipe is run.
    private static readonly (string Property, string Parameter)[] Names = [("SiteName", "SiteName"), ("TimeZoneId", "SiteTimeZone")];

    public async Task AddAsync(ExportedSite site)
    {
        var all = (await site.Db.Set<Setting>().AsNoTracking().ToListAsync()).OrderBy(s => s.Name, StringComparer.Ordinal).ToDictionary(s => s.Name, s => JsonNode.Parse(s.Value)!.AsObject());
        if (all.Remove(Theme, out var theme)) site.Step("themes", theme);
        if (all.Count == 0) return;

        var named = all.TryGetValue(Site, out var own) ? Names.Where(n => own.Remove(n.Property)).ToList() : [];
        site.Step("settings", new(all.Select(s => KeyValuePair.Create<string, JsonNode?>(s.Key, Open(s.Value, s.Key, site)))), named);
    }

    private static JsonObject Open(JsonObject values, string place, ExportedSite site)
    {
        var open = new JsonObject();
        foreach (var (key, value) in values)
        {
            if (Secrets.Any(s => key.Contains(s, StringComparison.OrdinalIgnoreCase))) site.LeaveOut(T.Say("The setting {0} is secret or may be.", $"{place}.{key}"));
            else open[key] = value is JsonObject inner ? Open(inner, $"{place}.{key}", site) : value is JsonArray list ? Open(list, $"{place}.{key}", site) : value?.DeepClone();
        }
        return open;
    }

    private static JsonArray Open(JsonArray list, string place, ExportedSite site) =>
        new([.. list.Select(item => item is JsonObject inner ? Open(inner, place, site) : item?.DeepClone())]);
}
