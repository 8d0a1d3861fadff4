using System.Text.Json.Nodes;
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
            else if (shelf.NamedBy(run.File, name) is { } known) run.Called.Enqueue(known);
            else run.Problem(step, $"{place}.name", T.Say("There is no recipe '{0}' here.", name));
        }
        return Task.CompletedTask;
    }
}

/// <summary>Ours: children with their own recipes.</summary>
internal sealed class TenantsStep(TenantAddresses addresses, RecipeShelf shelf) : IRecipeStep
{
    public string Name => "Tenants";

    public Task ApplyAsync(RecipeStep step, RecipeRun run)
    {
        foreach (var (child, place) in step.Objects(step.Body, "Tenants", "Tenants", run))
        {
            if (Wanted(child, step, place, run) is not { } wanted) continue;
            if (shelf.NamedBy(run.File, wanted.Recipe) is { } recipe) run.Children.Add(new(wanted, recipe, run.File.File, step));
            else run.Problem(step, $"{place}.Recipe", T.Say("There is no recipe '{0}' here.", wanted.Recipe));
        }
        return Task.CompletedTask;
    }

    private NewTenant? Wanted(JsonObject child, RecipeStep step, string place, RecipeRun run)
    {
        if (child.Text("Path") is not { } path || child.Text("Name") is not { } name || child.Text("Recipe") is not { } recipe)
        {
            run.Problem(step, place, T.Say("A tenant needs a Path, a Name and a Recipe."));
            return null;
        }
        try
        {
            addresses.Check(path);
            Rule.Require(run.Children.All(c => c.Tenant.Path != path), T.Say("The address '{0}' is taken by another institution.", path), "Path");
            Tenant.CheckName(name);
            var culture = child.Text("Culture") ?? run.Tenant.Culture;
            Tenant.CheckCulture(culture);
            return new(name, path, recipe) { ParentId = run.Tenant.Id, Culture = culture, TimeZone = run.TimeZone, Parameters = Parameters(child) };
        }
        catch (RuleException rule)
        {
            run.Problem(step, $"{place}.{rule.Field}", rule.Sentence);
            return null;
        }
    }

    private static Dictionary<string, string> Parameters(JsonObject child) =>
        (child.Find("Parameters") as JsonObject ?? []).ToDictionary(p => p.Key, p => $"{p.Value}");
}
