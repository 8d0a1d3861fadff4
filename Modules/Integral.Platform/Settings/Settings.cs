using System.Text.Json.Nodes;
using Integral.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Data;

/// <summary>Reading and writing a tenant's named settings.</summary>
public static class SettingQueries
{
    public static async Task<T?> SettingAsync<T>(this Db db, string name) where T : class
    {
        var value = await db.Set<Setting>().Where(s => s.Name == name).Select(s => s.Value).SingleOrDefaultAsync();
        return value is null ? null : Json.Read<T>(value);
    }

    /// <summary>Sets the given properties of a settings object; others stay. The caller saves.</summary>
    /// <returns>The whole object.</returns>
    public static async Task<JsonObject> PutSettingAsync(this Db db, string name, JsonObject values)
    {
        var known = db.Set<Setting>();
        if (known.Local.FirstOrDefault(s => s.Name == name) is null) await known.Where(s => s.Name == name).LoadAsync();
        if (known.Local.FirstOrDefault(s => s.Name == name) is not { } setting)
        {
            known.Add(new() { Name = name, Value = values.ToJsonString(Json.Options) });
            return values;
        }
        var whole = JsonNode.Parse(setting.Value)!.AsObject();
        foreach (var (key, value) in values) whole[key] = value?.DeepClone();
        setting.Value = whole.ToJsonString(Json.Options);
        return whole;
    }
}
