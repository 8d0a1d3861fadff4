using Integral.Communication.Contracts;
using Integral.People.Data;

namespace Integral.People;

internal sealed class PhoneBook(Db db) : IPhoneBook
{
    public async Task<IReadOnlyDictionary<Guid, string>> OfAsync(IReadOnlyCollection<Guid> persons, CancellationToken cancel) =>
        await db.People.AsNoTracking().Where(p => EF.Parameter(persons).Contains(p.Id) && p.Phone != null).ToDictionaryAsync(p => p.Id, p => p.Phone!, cancel);
}
