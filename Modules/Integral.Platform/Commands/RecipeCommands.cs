using System.CommandLine;
using Integral.Platform.Localization;
using Integral.Platform.Recipes;
using Integral.Platform.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Platform.Commands;

internal static class RecipeCommands
{
    public static Command All(IServiceProvider services) => new("recipes", "Look at recipes and run them")
    {
        List(services),
        Use(services, "plan", "Say what a recipe would do in a tenant, and do nothing", isPlan: true),
        Use(services, "run", "Run a recipe in a tenant, all or nothing", isPlan: false),
    };

    private static Command List(IServiceProvider services)
    {
        var command = new Command("list", "The recipes that came with the system");
        command.SetAction(_ => CommandLine.DoAsync(services, "recipes list", scope =>
        {
            foreach (var recipe in scope.GetRequiredService<RecipeShelf>().All) Console.WriteLine($"{recipe.Name,-14} {recipe.Description}");
            return Task.FromResult(0);
        }));
        return command;
    }

    private static Command Use(IServiceProvider services, string verb, string description, bool isPlan)
    {
        var recipe = new Argument<string>("RECIPE") { Description = "A recipe's name, or the path of its file" };
        var tenant = new Option<string>("--tenant") { DefaultValueFactory = _ => "/" };
        var lenient = new Option<bool>("--lenient") { Description = "Leave out what isn't known here" };
        var command = new Command(verb, description) { recipe, tenant, lenient };
        command.SetAction(parsed => CommandLine.DoAsync(services, $"recipes {verb}", async scope =>
        {
            var file = scope.GetRequiredService<RecipeShelf>().Find(parsed.GetRequiredValue(recipe), allowPath: true);
            var where = TenantCommands.Find(scope.GetRequiredService<Catalogue>(), parsed.GetRequiredValue(tenant));
            var report = await scope.GetRequiredService<RecipeUse>().RunAsync(where, file, parsed.GetValue(lenient), isPlan);
            Print(scope, report.Done, report.LeftOut);
            return isPlan && report.LeftOut.Count > 0 && !parsed.GetValue(lenient) ? 1 : 0;
        }));
        return command;
    }

    /// <summary>What was done, and part by part what was left out.</summary>
    public static void Print(IServiceProvider scope, IEnumerable<Sentence> done, IEnumerable<RecipeProblem> leftOut)
    {
        var texts = scope.GetRequiredService<Texts>();
        foreach (var sentence in done) Console.WriteLine($"+ {texts.Say(sentence)}");
        foreach (var problem in leftOut) Console.WriteLine($"- {problem}");
    }
}
