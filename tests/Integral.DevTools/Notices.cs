using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Integral.DevTools;

/// <summary>What of others a published build holds, with their copyright and licence: read from the packages that were restored for it.</summary>
public static class Notices
{
    public const string File = "THIRD-PARTY-NOTICES.md";

    private static readonly string[] Bundled = ["bootstrap", "htmx.org"];

    private sealed record Part(string Name, string Version, string Copyright, string License);

    public static void Write(string repository) => System.IO.File.WriteAllText(Path.Combine(repository, File), Text(repository));

    /// <exception cref="ArgumentException">What stands in the repository isn't what would be written.</exception>
    public static void Check(string repository)
    {
        if (System.IO.File.ReadAllText(Path.Combine(repository, File)) != Text(repository)) throw new ArgumentException($"{File} isn't true any more: ./dev notices writes it anew.");
    }

    /// <exception cref="ArgumentException">Nothing was restored yet, or a licence isn't among those whose texts are known here.</exception>
    public static string Text(string repository)
    {
        var parts = Packages(repository).Concat(Bundled.Select(name => Script(repository, name))).OrderBy(p => p.Name, StringComparer.OrdinalIgnoreCase).ToList();
        var rows = parts.Select(p => $"| {p.Name} | {p.Version} | {p.Copyright.Replace('|', '/')} | {p.License} |");
        var texts = parts.Select(p => p.License).Distinct().Order(StringComparer.Ordinal).Select(l => $"\n## {l}\n\n{LicenseTexts.Of(l)}");
        return string.Join('\n', [
            "# Third-party notices\n", "A published build of Integral holds the parts below. Integral itself is under the Apache License 2.0, see `LICENSE`.",
            "`./dev notices` writes this file.\n", "| part | version | copyright | licence |", "|---|---|---|---|", .. rows, .. texts, ""]);
    }

    private static IEnumerable<Part> Packages(string repository)
    {
        var assets = Path.Combine(repository, "Integral.Web", "obj", "project.assets.json");
        if (!System.IO.File.Exists(assets)) throw new ArgumentException("Build first: the packages are read from what was restored.");
        var restored = JsonNode.Parse(System.IO.File.ReadAllText(assets))!;
        var root = restored["packageFolders"]!.AsObject().First().Key;
        // Analyzers and the like have no file that runs.
        var used = restored["targets"]!.AsObject().First().Value!.AsObject()
            .Where(t => (string?)t.Value!["type"] == "package" && (Runs(t.Value["runtime"]) || t.Value["runtimeTargets"] is not null)).Select(t => t.Key);
        foreach (var name in used)
        {
            var (id, version) = (name.Split('/')[0], name.Split('/')[1]);
            var folder = Path.Combine(root, (string)restored["libraries"]![name]!["path"]!);
            var about = XDocument.Load(Directory.EnumerateFiles(folder, "*.nuspec").Single()).Root!.Elements().First();
            yield return new(id, version, Said("copyright") is { Length: > 0 } said ? said : Said("authors"), Said("license"));

            string Said(string element) => about.Elements().FirstOrDefault(e => e.Name.LocalName == element)?.Value.Trim() ?? "";
        }
    }

    private static bool Runs(JsonNode? files) => files is not null && files.AsObject().Any(f => !f.Key.EndsWith("_._", StringComparison.Ordinal));

    private static Part Script(string repository, string name)
    {
        var folder = Path.Combine(repository, "Modules", "Integral.Ui", "node_modules", name);
        var about = JsonNode.Parse(System.IO.File.ReadAllText(Path.Combine(folder, "package.json")))!;
        var author = (string?)about["author"] ?? name;
        return new(name, (string)about["version"]!, author.Split(" (")[0], (string)about["license"]!);
    }
}
