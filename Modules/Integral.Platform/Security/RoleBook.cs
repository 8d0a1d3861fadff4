using System.Collections.Frozen;
using Integral.Platform.Modules;
using Integral.Platform.Tenancy;

namespace Integral.Platform.Security;

/// <summary>A role as it holds in a tenant.</summary>
/// <param name="Title">Of a delivered role the English source to translate; of another one its own title.</param>
/// <param name="IsDelivered">It came with the system and can be changed but not deleted.</param>
/// <param name="ChangedAt">The tenant that changed or made it; null for a delivered role as it came.</param>
public sealed record Role(string Name, string Title, string? Description, bool IsDelivered, Tenant? ChangedAt, IReadOnlySet<string> Permissions);

/// <summary>What each role lets one do in each tenant: the nearest definition up the tree, else the delivered one.</summary>
public sealed class RoleBook
{
    private readonly Catalogue catalogue;
    private readonly FrozenDictionary<string, FrozenSet<string>> delivered;

    public RoleBook(Catalogue catalogue, ModuleCatalog modules)
    {
        this.catalogue = catalogue;
        delivered = DeliveredRoles.All.ToFrozenDictionary(r => r.Name,
            r => modules.Permissions.Values.Where(p => p.Roles.Contains(r.Name)).Select(p => p.Name).ToFrozenSet());
    }

    /// <summary>Everything that the roles together permit, as they are defined for the tenant.</summary>
    public IReadOnlySet<string> Permissions(Tenant tenant, IReadOnlyCollection<string> roles) =>
        catalogue.Now.Permissions.GetOrAdd((tenant.Id, string.Join(' ', roles)),
            _ => roles.SelectMany(r => Find(tenant, r)?.Permissions ?? FrozenSet<string>.Empty).ToFrozenSet());

    /// <summary>The roles one can have in the tenant, in the order of lists.</summary>
    public IReadOnlyList<Role> RolesOf(Tenant tenant)
    {
        var own = catalogue.UpFrom(tenant).SelectMany(t => catalogue.Now.Roles.Values.Where(r => r.TenantId == t.Id)).Select(r => r.Name);
        return [.. DeliveredRoles.All.Select(r => r.Name).Concat(own).Distinct().Select(name => Find(tenant, name)!)];
    }

    /// <summary>The role as it holds in the tenant; null if there is none of that name.</summary>
    public Role? Find(Tenant tenant, string name)
    {
        var title = DeliveredRoles.All.FirstOrDefault(r => r.Name == name).Title;
        foreach (var level in catalogue.UpFrom(tenant))
        {
            if (!catalogue.Now.Roles.TryGetValue((level.Id, name), out var changed)) continue;
            return new(name, changed.Title ?? title ?? name, changed.Description, title is not null, level, Effective(name, changed));
        }
        return title is null ? null : new(name, title, null, true, null, delivered[name]);
    }

    /// <summary>What the role permits as it was delivered; nothing for a role of one's own.</summary>
    public IReadOnlySet<string> Delivered(string name) => delivered.GetValueOrDefault(name, FrozenSet<string>.Empty);

    private FrozenSet<string> Effective(string name, RoleDefinition changed) =>
        Delivered(name).Concat(changed.Granted).Except(changed.Withheld).ToFrozenSet();
}
