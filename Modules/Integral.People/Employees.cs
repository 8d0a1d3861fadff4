using Integral.People.Contracts;
using Integral.People.Data;

namespace Integral.People;

internal sealed class Employees(Db db, HostDb host, RoleWords words, Current current, TimeProvider clock) : IEmployees
{
    private static readonly string[] NotEmployed = [DeliveredRoles.Guest, DeliveredRoles.Learner, DeliveredRoles.Parent, DeliveredRoles.PartnerOrg, DeliveredRoles.CustomerOrg, DeliveredRoles.Expert];

    public async Task<IReadOnlyList<Employee>> AllAsync()
    {
        var held = await host.Memberships.AsNoTracking().HoldingOn(clock.GetUtcNow(), current.Tenant).Where(m => m.PersonId != null).Select(m => new { m.PersonId, m.Roles }).ToListAsync();
        var roles = held.Select(m => (Person: m.PersonId!.Value, Roles: m.Roles.Except(NotEmployed).ToArray())).Where(m => m.Roles.Length > 0).ToLookup(m => m.Person, m => m.Roles);
        var ids = roles.Select(r => r.Key).ToArray();
        var people = await db.People.AsNoTracking().Where(p => EF.Parameter(ids).Contains(p.Id)).OrderBy(p => p.SortName).ThenBy(p => p.Id).ToListAsync();
        return [.. people.Select(p => new Employee(p.Id, new(p.FamilyName, p.GivenName, p.Patronymic, p.BornOn, p.Email, p.Phone), words.InWords(current.Tenant, roles[p.Id].SelectMany(r => r).Distinct())))];
    }
}
