using System.Text.Json.Nodes;
using Integral.Platform.Data;
using Integral.Platform.Tenancy;

namespace Integral.Platform.Recipes;

/// <summary>What <c>parameters('…')</c> gives in every recipe, empty where it isn't known: a name that isn't here is a slip in the recipe.</summary>
internal static class RecipeParameters
{
    private static readonly string[] Always =
        ["SiteName", "AdminUsername", "AdminUserId", "AdminEmail", "SiteTimeZone", "Culture", "Address", "Locality", "PostalAddress", "WebSite"];

    /// <summary>For a new tenant: what the command line, the screen or the register said of it.</summary>
    public static Dictionary<string, string> Of(NewTenant wanted)
    {
        var parameters = new Dictionary<string, string>(wanted.Parameters, StringComparer.OrdinalIgnoreCase);
        parameters.TryAdd("SiteName", wanted.Name);
        parameters.TryAdd("AdminUsername", wanted.AdminEmail ?? "");
        parameters.TryAdd("AdminEmail", wanted.AdminEmail ?? "");
        parameters.TryAdd("SiteTimeZone", wanted.TimeZone);
        parameters["Culture"] = wanted.Culture;
        Complete(parameters);
        return parameters;
    }

    /// <summary>For one that is there: its address is that of its settings, so that a recipe run again doesn't take it away.</summary>
    public static async Task<Dictionary<string, string>> OfAsync(Tenant tenant, Db db)
    {
        var site = await db.SettingAsync<JsonObject>("Site");
        var parameters = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["SiteName"] = tenant.Name, ["SiteTimeZone"] = tenant.TimeZone, ["Culture"] = tenant.Culture, ["PostalAddress"] = site?.Text("Address") ?? "",
        };
        Complete(parameters);
        return parameters;
    }

    private static void Complete(Dictionary<string, string> parameters)
    {
        foreach (var name in Always.Where(n => n != "PostalAddress")) parameters.TryAdd(name, "");
        parameters.TryAdd("PostalAddress", string.Join(", ", new[] { parameters["Locality"], parameters["Address"] }.Where(p => p.Length > 0)));
    }
}
