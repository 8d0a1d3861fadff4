using System.Text.Json.Nodes;
using Integral.Platform.Localization;
using Integral.Platform.Modules;
using Integral.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Recipes.Steps;

/// <summary>PermissionBehavior: Replace (the default) sets a role's permissions, Add and Remove change them.</summary>
internal sealed class RolesStep(ModuleCatalog modules, RoleBook book) : IRecipeStep
{
    public string Name => "Roles";

    public Task ApplyAsync(RecipeStep step, RecipeRun run)
    {
        foreach (var (role, place) in step.Objects(step.Body, "Roles", "Roles", run))
        {
            if (role.Text("Name") is not { Length: > 0 and <= 60 } name)
            {
                run.Problem(step, $"{place}.Name", T.Say("A role needs a name of at most 60 characters."));
                continue;
            }
            var permissions = Known(step, role, place, run);
            var behavior = role.Text("PermissionBehavior") ?? "Replace";
            if (behavior is not ("Replace" or "Add" or "Remove"))
            {
                run.Problem(step, $"{place}.PermissionBehavior", T.Say("It can be Replace, Add or Remove."));
                continue;
            }
            run.OnHost(async host => Change(await FindAsync(host, run, name), role, behavior, permissions));
            run.Roles.Add(name);
            run.Did(T.Say("Role written: {0}", name));
        }
        return Task.CompletedTask;
    }

    private List<string> Known(RecipeStep step, JsonObject role, string place, RecipeRun run)
    {
        var known = new List<string>();
        var list = role.Find("Permissions") as JsonArray ?? [];
        for (var i = 0; i < list.Count; i++)
        {
            var name = $"{list[i]}";
            if (modules.Permissions.ContainsKey(name)) known.Add(name);
            else run.Problem(step, $"{place}.Permissions[{i}]", T.Say("There is no permission '{0}' here.", name));
        }
        return known;
    }

    private static async Task<RoleDefinition> FindAsync(Data.HostDb host, RecipeRun run, string name)
    {
        // One recipe may say several things of a role, none of them saved yet.
        var role = host.Roles.Local.FirstOrDefault(r => r.TenantId == run.Tenant.Id && r.Name == name)
            ?? await host.Roles.SingleOrDefaultAsync(r => r.TenantId == run.Tenant.Id && r.Name == name);
        if (role is null) host.Add(role = new() { TenantId = run.Tenant.Id, Name = name });
        role.IsDeleted = false;
        return role;
    }

    private void Change(RoleDefinition role, JsonObject said, string behavior, List<string> permissions)
    {
        var delivered = book.Delivered(role.Name);
        var before = delivered.Concat(role.Granted).Except(role.Withheld).ToHashSet();
        var after = behavior switch { "Add" => before.Union(permissions), "Remove" => before.Except(permissions), _ => permissions };
        role.Set(delivered, after.ToHashSet());
        role.Title = said.Text("Title") ?? role.Title;
        role.Description = said.Text("Description") ?? role.Description;
    }
}
