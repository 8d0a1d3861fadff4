using Integral.People.Contracts;
using Integral.Platform.Audit;

namespace Integral.People;

/// <summary>Whom the entries of a page are about, by the ids of their records.</summary>
internal sealed class AuditNames(HostDb host, IPeople people, Current current)
{
    public async Task<IReadOnlyDictionary<string, string>> OfAsync(IEnumerable<AuditEntry> entries)
    {
        var ids = entries.Where(e => e.Kind is nameof(Person) or nameof(Membership) or nameof(Account)).Select(e => Guid.TryParse(e.RecordId, out var id) ? id : default).Distinct().ToList();
        var here = current.Tenant.Id;
        var members = await host.Memberships.AsNoTracking().Where(m => m.TenantId == here && (EF.Parameter(ids).Contains(m.Id) || EF.Parameter(ids).Contains(m.AccountId)))
            .Select(m => new { m.Id, m.AccountId, m.PersonId }).ToListAsync();
        var names = await people.NamesAsync([.. ids, .. members.Select(m => m.PersonId).OfType<Guid>()]);
        return ids.SelectMany(id => new[] { id, members.Find(m => m.Id == id || m.AccountId == id)?.PersonId ?? id }.Where(names.ContainsKey).Select(p => (Id: $"{id}", Name: names[p])))
            .DistinctBy(n => n.Id).ToDictionary(n => n.Id, n => n.Name);
    }
}
