using System.CommandLine;
using Integral.Platform.Data;
using Integral.Platform.Localization;
using Integral.Platform.Modules;
using Integral.Platform.Recipes;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Platform.Commands;

/// <summary>The verbs of the one executable (design §5). They call what the screens call.</summary>
public static class CommandLine
{
    internal static bool IsVerb(string[] args) => args is [var first, ..] && !first.StartsWith('-') && first is not "serve";

    /// <param name="console">Where verbs write; the process's own console if left out.</param>
    internal static Task<int> RunAsync(IServiceProvider services, string[] args, InvocationConfiguration? console = null, CancellationToken cancel = default)
    {
        var root = new RootCommand("Integral: learning, relationships and the running of schools for a district")
        {
            TenantCommands.All(services),
            RecipeCommands.All(services),
            BackupCommands.Backup(services),
            BackupCommands.Restore(services),
            AuditCommands.All(services),
            SearchCommand.All(services),
            SeedCommand.Seed(services),
        };
        foreach (var verb in services.GetRequiredService<ModuleCatalog>().SelectMany(m => m.Verbs(services))) root.Add(verb);
        console ??= new();
        console.EnableDefaultExceptionHandler = false;
        return root.Parse(args).InvokeAsync(console, cancel);
    }

    /// <summary>A verb's work, in a scope of its own, after the databases are brought up. What it can't do it says in one line.</summary>
    public static async Task<int> DoAsync(IServiceProvider services, ParseResult parsed, string name, Func<Verb, Task<int>> work)
    {
        var console = parsed.InvocationConfiguration;
        try
        {
            await services.GetRequiredService<Installation>().PrepareAsync(fillWhenEmpty: false);
            await using var scope = services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Security.Current>().Work = name;
            var code = await work(new(scope.ServiceProvider, console.Output, console.Error));
            await services.GetRequiredService<Audit.AuditSealer>().SealMarkedAsync(looksBack: false, CancellationToken.None);
            return code;
        }
        catch (RuleException rule) { return Refuse(rule.Sentence); }
        catch (NotFoundException) { return Refuse(T.Say("It isn't there any more.")); }
        catch (RecipeException recipe) { return Refuse(recipe.Sentence); }
        catch (Exception full) when (DiskTrouble.IsFull(full)) { return Refuse(DiskTrouble.IsFullNow); }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException) { return Refuse(T.Say("The disk can't be written: {0} Nothing half-done was kept.", trouble.Message)); }
        catch (OperationCanceledException) { return Refuse(T.Say("Stopped. What was done before is whole; run it again to go on.")); }

        int Refuse(Sentence sentence)
        {
            console.Error.WriteLine(services.GetRequiredService<Texts>().Say(sentence));
            return 1;
        }
    }
}
