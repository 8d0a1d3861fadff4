using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.People.Pages.Admin.Roles;

/// <summary>The permissions of one module with their descriptions; those one hasn't got oneself can't be changed.</summary>
internal sealed record PermissionChoices(string Module, IReadOnlyList<SelectListItem> Items)
{
    public static IReadOnlyList<PermissionChoices> Of(ModuleCatalog modules, Texts texts, Current current, IReadOnlySet<string> chosen) =>
        [.. modules.Where(m => m.Permissions.Count > 0).Select(m => new PermissionChoices(texts[m.Features[0].Name],
            [.. m.Permissions.Select(p => new SelectListItem(texts[p.Description], p.Name, chosen.Contains(p.Name), !current.Can(p.Name)))]))];

    /// <summary>What was ticked, and what couldn't be touched as it was.</summary>
    public static HashSet<string> Wanted(IEnumerable<string> ticked, IReadOnlySet<string> before, Current current) =>
        [.. ticked.Where(current.Can), .. before.Where(p => !current.Can(p))];
}
