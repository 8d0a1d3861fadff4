using Integral.People.Contracts;
using Integral.People.Data;

namespace Integral.People;

internal sealed class Names(Db db) : IPeople
{
    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> ids)
    {
        var people = db.People.IgnoreQueryFilters();
        var wanted = ids.Distinct().ToList();
        return await people.AsNoTracking().Where(p => EF.Parameter(wanted).Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.FullName);
    }
}
