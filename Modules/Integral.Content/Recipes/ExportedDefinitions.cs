using System.Text.Json.Nodes;
using Integral.Content.Data;
using Integral.Content.Media;
using Integral.Platform.Files;
using Integral.Platform.Recipes.Export;

namespace Integral.Content.Recipes;

internal sealed class ExportedDefinitions : IExportedSteps
{
    public async Task AddAsync(ExportedSite site)
    {
        var types = await site.Db.ContentTypes.AsNoTracking().ToListAsync();
        var parts = await site.Db.ContentParts.AsNoTracking().ToListAsync();
        if (types.Count + parts.Count == 0) return;
        site.Step("ReplaceContentDefinition", new()
        {
            ["ContentTypes"] = new JsonArray([.. types.OrderBy(t => t.Name, StringComparer.Ordinal).Select(t => Said(new() { ["Name"] = t.Name, ["DisplayName"] = t.DisplayName }, t.Definition))]),
            ["ContentParts"] = new JsonArray([.. parts.OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => Said(new() { ["Name"] = p.Name }, p.Definition))]),
        });
    }

    private static JsonObject Said(JsonObject head, string definition)
    {
        foreach (var (name, value) in JsonNode.Parse(definition)!.AsObject()) head[name] = value?.DeepClone();
        return head;
    }
}

/// <summary>The media folder: the files themselves lie beside the recipe.</summary>
internal sealed class ExportedMedia(TenantFiles files) : IExportedSteps
{
    public async Task AddAsync(ExportedSite site)
    {
        var media = (await site.Db.MediaFiles.AsNoTracking().Where(f => f.DeletedAt == null).ToListAsync()).OrderBy(f => f.Path, StringComparer.Ordinal);
        var said = media.Select(f => Said(f, site)).OfType<JsonObject>().ToList();
        var ruled = await site.Db.MediaFolders.AsNoTracking().Where(f => f.Audience != MediaAudience.Everybody).OrderBy(f => f.Path).ToListAsync();
        if (said.Count == 0 && ruled.Count == 0) return;
        var step = new JsonObject { ["Files"] = new JsonArray([.. said]) };
        if (ruled.Count > 0) step["Folders"] = new JsonArray([.. ruled.Select(f => new JsonObject { ["Path"] = f.Path, ["Audience"] = $"{f.Audience}" })]);
        site.Step("media", step);
    }

    private JsonObject? Said(MediaFile file, ExportedSite site)
    {
        var place = files.PathOf(file.StoredName);
        if (File.Exists(place)) return Described(file, new() { ["TargetPath"] = file.Path, ["SourcePath"] = site.Keep(file.Path, place) });
        site.LeaveOut(T.Say("The file '{0}' is no longer on the disk.", file.Path));
        return null;
    }

    private static JsonObject Described(MediaFile file, JsonObject said)
    {
        if (file.Name != MediaPath.NameOf(file.Path)) said["Name"] = file.Name;
        if (file.Texts.Count > 0) said["Texts"] = new JsonObject(file.Texts.Select(t => KeyValuePair.Create<string, JsonNode?>(t.Key, t.Value)));
        return said;
    }
}
