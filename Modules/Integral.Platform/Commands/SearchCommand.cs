using System.CommandLine;
using Integral.Platform.Data;
using Integral.Platform.Localization;
using Integral.Platform.Modules;
using Integral.Platform.Search;
using Integral.Platform.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Platform.Commands;

/// <summary>Compares search indexes at once; by itself the server does it every week.</summary>
internal static class SearchCommand
{
    public static Command All(IServiceProvider services) => new("search", "The search") { Rebuild(services) };

    private static Command Rebuild(IServiceProvider services)
    {
        var only = new Option<string?>("--tenant") { Description = "The path of one institution; all of them if left out" };
        var command = new Command("rebuild", "Compare the search index with the texts and mend what differs") { only };
        command.SetAction((parsed, cancel) => CommandLine.DoAsync(services, parsed, "search rebuild", async verb =>
        {
            var tenants = parsed.GetValue(only) is { } path ? [verb.TenantAt(path)] : verb.Get<Catalogue>().All.Where(t => t.State == TenantState.Running).OrderBy(t => t.Path, StringComparer.Ordinal).ToList();
            foreach (var tenant in tenants)
            {
                var mended = await verb.Get<ITenantRunner>().RunAsync(tenant, "search rebuild", s => new IndexCheck(s.GetRequiredService<Db>(), s.GetRequiredService<ModuleCatalog>(), s).WholeAsync(cancel));
                verb.Output.WriteLine($"/{tenant.Path}: {verb.Texts.Say(T.Say("Texts mended in the search: {0}", mended))}");
            }
            return 0;
        }));
        return command;
    }
}
