using System.Text.Json.Nodes;
using Integral.Applications.Data;
using Integral.Applications.Forms;
using Integral.Platform.Recipes.Export;
using Integral.Workflows.Contracts;

namespace Integral.Applications.Recipes;

/// <summary>What is asked for all of a kind. What is asked for one group alone stays where the group is.</summary>
internal sealed class ExportedForms(KnownOpenings openings) : IExportedSteps
{
    public async Task AddAsync(ExportedSite site)
    {
        var kinds = openings.Kinds.Select(k => k.Kind).ToArray();
        var forms = await site.Db.ApplicationForms.AsNoTracking().Where(f => EF.Parameter(kinds).Contains(f.Of)).OrderBy(f => f.Of).ToListAsync();
        if (forms.Count > 0) site.Step("ApplicationForms", new() { ["Forms"] = new JsonArray([.. forms.Select(f => Said(f.Of, f.Read()))]) });
    }

    private static JsonObject Said(string kind, AskedForm form) => new()
    {
        ["Kind"] = kind, ["Country"] = $"{form.Country}", ["Fields"] = new JsonArray([.. form.Fields.Select(Said)]),
        ["Consents"] = new JsonArray([.. form.Consents.Select(c => new JsonObject { ["Country"] = $"{c.Country}", ["Culture"] = c.Culture, ["Text"] = c.Text })]),
    };

    private static JsonObject Said(AskedField field) => new()
    {
        ["Name"] = field.Name, ["Kind"] = $"{field.Kind}", ["Label"] = Words(field.Label), ["Hint"] = Words(field.Hint), ["IsRequired"] = field.IsRequired,
        ["Choices"] = new JsonArray([.. field.Choices.Select(c => new JsonObject { ["Name"] = c.Name, ["Label"] = Words(c.Label) })]), ["When"] = field.When is { } condition ? Said(condition) : null,
    };

    private static JsonObject Said(Condition one)
    {
        if (one.All.Count > 0) return new() { ["All"] = new JsonArray([.. one.All.Select(Said)]) };
        if (one.Any.Count > 0) return new() { ["Any"] = new JsonArray([.. one.Any.Select(Said)]) };
        return new() { ["Field"] = one.Field, ["Is"] = $"{one.Is}", ["Value"] = one.Value };
    }

    private static JsonObject Words(IReadOnlyDictionary<string, string> said) => new(said.Select(w => KeyValuePair.Create(w.Key, (JsonNode?)w.Value)));
}
