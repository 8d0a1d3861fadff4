using Integral.People.Data;
using Integral.Platform.Reporting;

namespace Integral.People.Organisations;

/// <summary>Who works with organisations here: whoever may see them by a role of today.</summary>
internal sealed class OrganisationStaff(Db db, HostDb host, RoleBook roles, Current current, Figures figures)
{
    public const int MostOffered = 500;

    /// <summary>The signed-in person; null for an account that is nobody here.</summary>
    public Guid? Me => current.Account?.PersonId;

    /// <summary>Everybody who can look after an organisation or be given a task, by name.</summary>
    public Task<IReadOnlyList<(Guid Id, string Name)>> OfferedAsync() => WhoMayAsync(PeopleModule.ViewOrganisations, null);

    /// <summary>Everybody who can sign in for an organisation, by name, and who does so already.</summary>
    public Task<IReadOnlyList<(Guid Id, string Name)>> RepresentingAsync(Guid? already) => WhoMayAsync(PeopleModule.OwnSpecialists, already);

    private async Task<IReadOnlyList<(Guid Id, string Name)>> WhoMayAsync(string permission, Guid? already)
    {
        var here = current.Tenant.Id;
        var given = await host.Memberships.AsNoTracking().Where(m => m.TenantId == here && m.PersonId != null).ToListAsync();
        var ids = given.Where(m => May(m, permission)).Select(m => m.PersonId).Append(already).OfType<Guid>().Distinct().ToArray();
        return [.. (await db.People.AsNoTracking().Where(p => EF.Parameter(ids).Contains(p.Id)).OrderBy(p => p.SortName).ThenBy(p => p.Id).Take(MostOffered).ToListAsync()).Select(p => (p.Id, p.FullName))];
    }

    /// <exception cref="NotFoundException">There is no such person here.</exception>
    public async Task RequireHereAsync(Guid? person)
    {
        if (person is { } id && !await db.People.AnyAsync(p => p.Id == id)) throw new NotFoundException();
    }

    /// <exception cref="RuleException">The person has no role here by which one sees organisations.</exception>
    public async Task RequireAsync(Guid? person, string field)
    {
        if (person is not { } id) return;
        var here = current.Tenant.Id;
        var given = await host.Memberships.AsNoTracking().Where(m => m.TenantId == here && m.PersonId == id).ToListAsync();
        Rule.Require(given.Exists(m => May(m, PeopleModule.ViewOrganisations)), "Choose somebody who may see the organisations.", field);
    }

    private bool May(Membership membership, string permission) => membership.IsValidOn(figures.Today) && roles.Permissions(current.Tenant, membership.Roles).Contains(permission);
}
