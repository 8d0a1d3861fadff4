using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Integral.Platform.Data;
using Integral.Platform.Localization;
using Integral.Platform.Modules;
using Integral.Platform.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Platform.Recipes.Export;

/// <summary>Writes a tenant's site as a recipe that makes the same site again. Whole or not at all, and nothing is written over.</summary>
internal sealed class RecipeExport(ITenantRunner tenants, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="RuleException">The file can't have that name, or something of it is there already.</exception>
    public async Task<ExportedSite> WriteAsync(Tenant tenant, string file)
    {
        var path = Path.GetFullPath(file);
        Rule.Require(path.EndsWith(".json", StringComparison.OrdinalIgnoreCase), "The name of a recipe's file ends in .json.");
        var name = NameOf(path);
        var home = Path.GetDirectoryName(path)!;
        var folder = Path.Combine(home, name);
        foreach (var taken in new[] { path, folder }.Where(Path.Exists)) throw new RuleException(T.Say("'{0}' is there already, and nothing is written over.", taken));

        var unfinished = Directory.CreateDirectory(Path.Combine(home, $".{name}-{Guid.NewGuid():N}")).FullName;
        try
        {
            var site = await tenants.RunAsync(tenant, "recipes export", services => CollectAsync(services, tenant, Path.Combine(unfinished, "files"), name));
            Keep(Written(site, name), unfinished, folder, path);
            return site;
        }
        finally { Directory.Delete(unfinished, recursive: true); }
    }

    private static string NameOf(string path)
    {
        var name = Path.GetFileName(path)[..^".json".Length];
        if (name.EndsWith(".recipe", StringComparison.OrdinalIgnoreCase)) name = name[..^".recipe".Length];
        Rule.Require(name.Length > 0, "The name of a recipe's file ends in .json.");
        return name;
    }

    private static async Task<ExportedSite> CollectAsync(IServiceProvider services, Tenant tenant, string folder, string folderName)
    {
        var site = new ExportedSite(tenant, services.GetRequiredService<Db>(), folder, folderName);
        foreach (var part in services.GetRequiredService<IExtensions<IExportedSteps>>()) await part.AddAsync(site);
        return site;
    }

    private byte[] Written(ExportedSite site, string name)
    {
        var recipe = new JsonObject
        {
            ["name"] = name, ["displayName"] = site.Tenant.Name, ["description"] = "", ["tags"] = new JsonArray($"{site.Tenant.Kind}".ToLowerInvariant()),
            ["issetuprecipe"] = true, ["exportUtc"] = clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
            ["steps"] = new JsonArray([.. site.Steps]),
        };
        var bytes = JsonSerializer.SerializeToUtf8Bytes(recipe, Readable);
        Rule.Require(bytes.Length <= RecipeFile.MaxBytes, T.Say("The recipe would be longer than {0} MB, so it couldn't be run.", RecipeFile.MaxBytes >> 20));
        return bytes;
    }

    // The recipe comes last: while it isn't there, nothing is.
    private static void Keep(byte[] recipe, string unfinished, string folder, string path)
    {
        var (file, files) = (Path.Combine(unfinished, "recipe.json"), Path.Combine(unfinished, "files"));
        File.WriteAllBytes(file, recipe);
        Disk.Flush(file);
        if (Directory.Exists(files)) Directory.Move(files, folder);
        File.Move(file, path);
        Disk.FlushFolder(Path.GetDirectoryName(path)!);
    }
}
