using System.Text.Json.Nodes;
using Integral.Platform.Data;
using Integral.Platform.Localization;
using Integral.Platform.Tenancy;

namespace Integral.Platform.Recipes.Export;

/// <summary>A tenant's site on its way into a recipe: the steps so far, and the files that will lie beside it.</summary>
public sealed class ExportedSite
{
    private readonly List<JsonObject> steps = [];
    private readonly List<Sentence> leftOut = [];
    private readonly string folder;
    private readonly string folderName;

    /// <param name="folder">Where files are put now.</param>
    /// <param name="folderName">What the folder will be called beside the recipe.</param>
    internal ExportedSite(Tenant tenant, Db db, string folder, string folderName) => (Tenant, Db, this.folder, this.folderName) = (tenant, db, folder, folderName);

    public Tenant Tenant { get; }
    public Db Db { get; }

    internal IReadOnlyList<JsonObject> Steps => steps;
    public IReadOnlyList<Sentence> WhatIsLeftOut => leftOut;
    public int Files { get; private set; }

    /// <param name="body">Its values are written so that they come back as they are, even where they look like a script.</param>
    /// <param name="parameters">Properties whose value is a parameter of the next run: what names the tenant.</param>
    public void Step(string name, JsonObject body, params IEnumerable<(string Property, string Parameter)> parameters)
    {
        var step = new JsonObject { ["name"] = name };
        foreach (var (key, value) in body) step[key] = ScriptText.Quoted(value);
        foreach (var (property, parameter) in parameters) step[property] = $"[js: parameters('{parameter}')]";
        steps.Add(step);
    }

    /// <summary>Puts a file beside the recipe.</summary>
    /// <returns>Its path as the recipe names it.</returns>
    public string Keep(string path, string from)
    {
        Files++;
        // A folder and a file may be called the same in the database, on a disk they can't.
        if (!IsFree(path)) path = $"{Files}-{Path.GetFileName(path)}";
        var to = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Copy(from, to);
        return $"{folderName}/{path}";
    }

    private bool IsFree(string path)
    {
        if (Path.Exists(Path.Combine(folder, path))) return false;
        for (var above = Path.GetDirectoryName(path); above is { Length: > 0 }; above = Path.GetDirectoryName(above))
            if (File.Exists(Path.Combine(folder, above))) return false;
        return true;
    }

    /// <summary>Tells whoever exports that something of the site isn't in the recipe.</summary>
    public void LeaveOut(Sentence what) => leftOut.Add(what);
}
