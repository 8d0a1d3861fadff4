using System.Text.Json.Nodes;
using Integral.Platform.Data;
using Integral.Platform.Localization;
using Integral.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Recipes.Steps;

/// <summary>Keys that Orchard knows go into the object <c>Site</c>; any other key is a named settings object.</summary>
internal sealed class SettingsStep(IEnumerable<KnownSettings> known) : IRecipeStep
{
    private static readonly HashSet<string> Site = new(StringComparer.OrdinalIgnoreCase)
    {
        "BaseUrl", "Calendar", "SiteName", "PageSize", "MaxPageSize", "MaxPagedCount", "TimeZoneId", "UseCdn", "CdnBaseUrl", "AppendVersion",
        "HomeRoute", "CacheMode", "ResourceDebugMode", "PageTitleFormat", "SiteSalt", "SuperUser",
    };

    public string Name => "settings";

    public async Task ApplyAsync(RecipeStep step, RecipeRun run)
    {
        var site = new JsonObject();
        foreach (var (key, value) in step.Body.Where(p => !p.Key.Equals("name", StringComparison.OrdinalIgnoreCase)))
        {
            if (Site.Contains(key)) site[key] = value?.DeepClone();
            else await PutAsync(key, value?.DeepClone() as JsonObject ?? new JsonObject { ["value"] = value?.DeepClone() });
        }
        if (site.Text("TimeZoneId") is { } zone && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)) run.TimeZone = zone;
        else if (site.Text("TimeZoneId") is { } unknown) run.Problem(step, "TimeZoneId", T.Say("There is no time zone '{0}'.", unknown));
        if (site.Count > 0) await run.Db.PutSettingAsync("Site", site);
        run.Did(T.Say("Settings written: {0}", string.Join(", ", step.Body.Select(p => p.Key).Where(k => !k.Equals("name", StringComparison.OrdinalIgnoreCase)))));

        async Task PutAsync(string name, JsonObject values)
        {
            foreach (var (place, what) in known.Where(k => k.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).SelectMany(k => k.ProblemsOf(values)).ToList())
            {
                run.Problem(step, $"{name}.{place}", what);
                values.Remove(place);
            }
            var told = known.FirstOrDefault(k => k.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
            var whole = await run.Db.PutSettingAsync(told?.Name ?? name, values);
            if (told?.Shown is not { } shown) return;
            var profile = shown(whole);
            run.OnHost(async host => (await host.Tenants.SingleAsync(t => t.Id == run.Tenant.Id)).Present(profile));
        }
    }
}

internal sealed class ThemesStep(Themes themes) : IRecipeStep
{
    public string Name => "themes";

    public async Task ApplyAsync(RecipeStep step, RecipeRun run)
    {
        foreach (var face in new[] { "site", "admin" })
        {
            if (step.Body.Text(face) is not { } name) continue;
            if (themes.Known(name) is { } known) await run.Db.PutSettingAsync("Theme", new() { [face] = known });
            else run.Problem(step, face, T.Say("There is no theme '{0}' here. There are: {1}.", name, string.Join(", ", themes.Names)));
        }
    }
}
