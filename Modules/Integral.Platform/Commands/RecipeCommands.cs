using System.CommandLine;
using Integral.Platform.Localization;
using Integral.Platform.Recipes;
using Integral.Platform.Tenancy;

namespace Integral.Platform.Commands;

internal static class RecipeCommands
{
    public static Command All(IServiceProvider services) => new("recipes", "Look at recipes and run them")
    {
        List(services),
        Use(services, "plan", "Say what a recipe would do in a tenant, and do nothing", isPlan: true),
        Use(services, "run", "Run a recipe in a tenant, all or nothing", isPlan: false),
        ExportCommand.Export(services),
    };

    private static Command List(IServiceProvider services)
    {
        var command = new Command("list", "The recipes that came with the system");
        command.SetAction(parsed => CommandLine.DoAsync(services, parsed, "recipes list", verb =>
        {
            foreach (var recipe in verb.Get<RecipeShelf>().All) verb.Output.WriteLine($"{recipe.Name,-14} {recipe.Description}");
            return Task.FromResult(0);
        }));
        return command;
    }

    private static Command Use(IServiceProvider services, string name, string description, bool isPlan)
    {
        var recipe = new Argument<string>("RECIPE") { Description = "A recipe's name, or the path of its file" };
        var tenant = new Option<string>("--tenant") { DefaultValueFactory = _ => "/" };
        var lenient = new Option<bool>("--lenient") { Description = "Leave out what isn't known here" };
        var command = new Command(name, description) { recipe, tenant, lenient };
        command.SetAction(parsed => CommandLine.DoAsync(services, parsed, $"recipes {name}", async verb =>
        {
            var file = verb.Get<RecipeShelf>().Find(parsed.GetRequiredValue(recipe), allowPath: true);
            var where = TenantCommands.Find(verb.Get<Catalogue>(), parsed.GetRequiredValue(tenant));
            var report = await verb.Get<RecipeUse>().RunAsync(where, file, parsed.GetValue(lenient), isPlan);
            Print(verb, report.Done, report.LeftOut);
            return isPlan && report.LeftOut.Count > 0 && !parsed.GetValue(lenient) ? 1 : 0;
        }));
        return command;
    }

    /// <summary>What was done, and part by part what was left out.</summary>
    public static void Print(Verb verb, IEnumerable<Sentence> done, IEnumerable<RecipeProblem> leftOut)
    {
        foreach (var sentence in done) verb.Output.WriteLine($"+ {verb.Texts.Say(sentence)}");
        foreach (var problem in leftOut) verb.Output.WriteLine($"- {problem}");
    }
}
