using Integral.Platform.Localization;
using Integral.Platform.Tenancy;

namespace Integral.Platform.Recipes.Steps;

/// <summary>Runs other recipes: those beside the one that names them, else those that came with the system.</summary>
internal sealed class RecipesStep(RecipeShelf shelf) : IRecipeStep
{
    public string Name => "recipes";

    public Task ApplyAsync(RecipeStep step, RecipeRun run)
    {
        foreach (var (value, place) in step.Objects(step.Body, "Values", "Values", run))
        {
            if (value.Text("name") is not { } name) run.Problem(step, $"{place}.name", T.Say("A recipe's name is expected here."));
            else if (Beside(run.File, name) is { } beside) run.Called.Enqueue(beside);
            else if (shelf.Called(name) is { } known) run.Called.Enqueue(known);
            else run.Problem(step, $"{place}.name", T.Say("There is no recipe '{0}' here.", name));
        }
        return Task.CompletedTask;
    }

    private static RecipeFile? Beside(RecipeFile recipe, string name)
    {
        if (recipe.Folder is null) return null;
        return Directory.EnumerateFiles(recipe.Folder, "*.recipe.json").Where(f => Path.GetFileName(f) != Path.GetFileName(recipe.File))
            .OrderByDescending(f => RecipeShelf.IsCalled(f, name)).Select(RecipeFile.Read).FirstOrDefault(r => r.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
    }
}

/// <summary>Ours: children with their own recipes.</summary>
internal sealed class TenantsStep(TenantAddresses addresses) : IRecipeStep
{
    public string Name => "Tenants";

    public Task ApplyAsync(RecipeStep step, RecipeRun run)
    {
        foreach (var (child, place) in step.Objects(step.Body, "Tenants", "Tenants", run))
        {
            if (child.Text("Path") is not { } path || child.Text("Name") is not { } name || child.Text("Recipe") is not { } recipe)
            {
                run.Problem(step, place, T.Say("A tenant needs a Path, a Name and a Recipe."));
                continue;
            }
            try
            {
                addresses.Check(path);
            }
            catch (RuleException rule)
            {
                run.Problem(step, $"{place}.Path", rule.Sentence);
                continue;
            }
            var parameters = (child.Find("Parameters") as System.Text.Json.Nodes.JsonObject ?? []).ToDictionary(p => p.Key, p => $"{p.Value}");
            run.Children.Add(new(new(name, path, recipe) { ParentId = run.Tenant.Id, Culture = child.Text("Culture") ?? run.Tenant.Culture, TimeZone = run.TimeZone, Parameters = parameters }, step));
        }
        return Task.CompletedTask;
    }
}
