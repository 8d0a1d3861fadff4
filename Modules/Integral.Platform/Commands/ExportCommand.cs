using System.CommandLine;
using Integral.Platform.Localization;
using Integral.Platform.Recipes.Export;
using Integral.Platform.Tenancy;

namespace Integral.Platform.Commands;

internal static class ExportCommand
{
    public static Command Export(IServiceProvider services)
    {
        var tenant = new Option<string>("--tenant") { Required = true, Description = "The path of the institution; / for the root" };
        var to = new Option<string>("--out") { Required = true, Description = "The file to write: school.recipe.json; files of the site go into a folder beside it" };
        var command = new Command("export", "Write an institution's site as a recipe that makes the same site again; no people, no secrets") { tenant, to };
        command.SetAction(parsed => CommandLine.DoAsync(services, parsed, "recipes export", async verb =>
        {
            var where = TenantCommands.Find(verb.Get<Catalogue>(), parsed.GetRequiredValue(tenant));
            var file = parsed.GetRequiredValue(to);
            var site = await verb.Get<RecipeExport>().WriteAsync(where, file);
            foreach (var left in site.WhatIsLeftOut) verb.Output.WriteLine($"- {verb.Texts.Say(left)}");
            verb.Say(T.Say("Written: {0}. Files beside it: {1}. The same site again:", file, site.Files));
            verb.Output.WriteLine($"tenants create --recipe {file} --culture {where.Culture} --time-zone {where.TimeZone} --path … --name …");
            return 0;
        }));
        return command;
    }
}
