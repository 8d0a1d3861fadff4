using Integral.Platform.Modules;
using Integral.Platform.Security;

namespace Integral.Platform.Navigation;

/// <summary>A heading of the work face's navigation with its entries; the title is the English source.</summary>
public sealed record MenuGroup(string Title, IReadOnlyList<MenuItem> Items);

/// <summary>The work face's navigation as the current person may see it.</summary>
public sealed class Navigation(ModuleCatalog modules, Current current)
{
    public IReadOnlyList<MenuGroup> Menu() =>
        [.. modules.SelectMany(m => m.Menu.Where(item => Shows(m, item)))
            .GroupBy(item => item.Group)
            .Select(group => new MenuGroup(group.Key, [.. group.OrderBy(item => item.Order)]))
            .OrderBy(group => group.Items[0].Order)];

    private bool Shows(IntegralModule module, MenuItem item) =>
        current.Account is not null
        && (item.Permission is null || current.Can(item.Permission))
        && (!item.RootOnly || current.Tenant.IsRoot)
        && (item.ShownIn is null || item.ShownIn(current.Tenant))
        && modules.IsOn(item.Feature ?? module.Features[0].Id, current.Tenant);
}
