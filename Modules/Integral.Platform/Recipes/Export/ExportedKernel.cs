using System.Text.Json.Nodes;
using Integral.Platform.Data;
using Integral.Platform.Modules;
using Integral.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Recipes.Export;

internal sealed class ExportedFeatures(ModuleCatalog modules) : IExportedSteps
{
    public Task AddAsync(ExportedSite site)
    {
        var on = site.Tenant.Features.Where(f => modules.Features.GetValueOrDefault(f) is { IsAlwaysOn: false }).Order(StringComparer.Ordinal).ToList();
        if (on.Count > 0) site.Step("feature", new() { ["enable"] = new JsonArray([.. on]) });
        return Task.CompletedTask;
    }
}

/// <summary>The roles that the institution changed or made; those from above stay above.</summary>
internal sealed class ExportedRoles(HostDb host, RoleBook book, ModuleCatalog modules) : IExportedSteps
{
    public async Task AddAsync(ExportedSite site)
    {
        var id = site.Tenant.Id;
        var own = await host.Roles.AsNoTracking().Where(r => r.TenantId == id && !r.IsDeleted).ToListAsync();
        if (own.Count == 0) return;
        site.Step("Roles", new() { ["Roles"] = new JsonArray([.. own.OrderBy(r => r.Name, StringComparer.Ordinal).SelectMany(Said)]) });
    }

    // As differences, which is how they are kept: what a later version adds to a delivered role reaches the new institution too.
    private IEnumerable<JsonObject> Said(RoleDefinition role)
    {
        yield return Said(role, "Add", role.Granted);
        if (book.Delivered(role.Name).Count > 0 && role.Withheld.Count > 0) yield return Said(role, "Remove", role.Withheld);
    }

    private JsonObject Said(RoleDefinition role, string behavior, List<string> permissions)
    {
        var said = new JsonObject { ["Name"] = role.Name };
        if (role.Title is { } title) said["Title"] = title;
        if (role.Description is { } description) said["Description"] = description;
        said["PermissionBehavior"] = behavior;
        said["Permissions"] = new JsonArray([.. permissions.Where(modules.Permissions.ContainsKey).Order(StringComparer.Ordinal)]);
        return said;
    }
}
