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
        var media = (await site.Db.MediaFiles.AsNoTracking().ToListAsync()).OrderBy(f => f.Path, StringComparer.Ordinal);
        var said = media.Select(f => Said(f, site)).OfType<JsonObject>().ToList();
        if (said.Count > 0) site.Step("media", new() { ["Files"] = new JsonArray([.. said]) });
    }

    private JsonObject? Said(MediaFile file, ExportedSite site)
    {
        var place = files.PathOf(file.StoredName);
        if (File.Exists(place)) return new() { ["TargetPath"] = file.Path, ["SourcePath"] = site.Keep(file.Path, place) };
        site.LeaveOut(T.Say("The file '{0}' is no longer on the disk.", file.Path));
        return null;
    }
}
