using System.CommandLine;
using Integral.Platform.Localization;
using Integral.Platform.Recipes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Platform.Commands;

/// <summary>The verbs of the one executable (design §5). They call what the screens call.</summary>
internal static class CommandLine
{
    public static bool IsVerb(string[] args) => args is [var first, ..] && !first.StartsWith('-') && first is not "serve";

    public static async Task<int> RunAsync(WebApplication app, string[] args)
    {
        var root = new RootCommand("Integral: learning, relationships and the running of schools for a district")
        {
            TenantCommands.All(app.Services),
            RecipeCommands.All(app.Services),
        };
        return await root.Parse(args).InvokeAsync(new() { EnableDefaultExceptionHandler = false });
    }

    /// <summary>A verb's work, in a scope of its own, after the databases are brought up. What it can't do it says in one line.</summary>
    internal static async Task<int> DoAsync(IServiceProvider services, string verb, Func<IServiceProvider, Task<int>> work)
    {
        try
        {
            await services.GetRequiredService<Installation>().PrepareAsync(fillWhenEmpty: false);
            await using var scope = services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Security.Current>().Work = verb;
            return await work(scope.ServiceProvider);
        }
        catch (RuleException rule) { return Refuse(services, rule.Sentence); }
        catch (NotFoundException) { return Refuse(services, T.Say("It isn't there any more.")); }
        catch (RecipeException recipe) { return Refuse(services, recipe.Sentence); }
        catch (IOException trouble) { return Refuse(services, T.Say("The disk can't be written: {0} Nothing half-done was kept.", trouble.Message)); }
    }

    private static int Refuse(IServiceProvider services, Sentence sentence)
    {
        Console.Error.WriteLine(services.GetRequiredService<Texts>().Say(sentence));
        return 1;
    }
}
