using System.Text.Json.Nodes;
using Integral.Platform.Recipes;
using Integral.Platform.Recipes.Export;
using Integral.Platform.Search;

namespace Integral.Content.Recipes;

/// <summary>Words that mean the same in the search. A group that is there already isn't made twice.</summary>
internal sealed class SynonymsStep : IRecipeStep
{
    public string Name => "SearchSynonyms";

    public async Task ApplyAsync(RecipeStep step, RecipeRun run)
    {
        var there = (await run.Db.Set<SearchSynonyms>().Select(s => new { s.Culture, s.Words }).ToListAsync()).Select(s => (s.Culture, s.Words)).ToHashSet();
        foreach (var (item, place) in step.Objects(step.Body, "Groups", "Groups", run))
        {
            var (culture, words) = (item.Text("Culture") ?? "", item.Text("Words") ?? "");
            if (!Texts.Cultures.Contains(culture)) run.Problem(step, $"{place}.Culture", T.Say("There is no language '{0}' here. There are: {1}.", culture, string.Join(", ", Texts.Cultures)));
            else if (words.Length is 0 or > SearchSynonyms.LongestWords) run.Problem(step, $"{place}.Words", T.Say("From 1 to {0} characters.", SearchSynonyms.LongestWords));
            else if (there.Add((culture, words))) run.Db.Add(new SearchSynonyms { Culture = culture, Words = words });
        }
    }
}

internal sealed class ExportedSynonyms : IExportedSteps
{
    public async Task AddAsync(ExportedSite site)
    {
        var groups = await site.Db.Set<SearchSynonyms>().AsNoTracking().ToListAsync();
        if (groups.Count == 0) return;
        site.Step("SearchSynonyms", new()
        {
            ["Groups"] = new JsonArray([.. groups.OrderBy(g => g.Culture, StringComparer.Ordinal).ThenBy(g => g.Words, StringComparer.Ordinal).Select(g => new JsonObject { ["Culture"] = g.Culture, ["Words"] = g.Words })]),
        });
    }
}
