using System.Collections.Frozen;
using Integral.Content.Data;
using Integral.Content.Definitions;
using Integral.Content.Reading;

namespace Integral.Content.Editing;

/// <summary>
/// Keeps what is said of who may do what with which type between requests: of each type of which something is said, the rights by the names of roles.
/// </summary>
internal sealed class SecuredTypes() : KeptByVersion<IReadOnlyDictionary<string, IReadOnlyDictionary<string, TypeRight>>>(MostTenants)
{
    private const int MostTenants = 4000;

    public ValueTask<IReadOnlyDictionary<string, IReadOnlyDictionary<string, TypeRight>>> OfAsync(Db db) => OfAsync(db.Tenant, "", async () =>
        (await db.ContentTypes.AsNoTracking().ToListAsync()).Select(TypeBook.Read).Where(t => t.Rights.Count > 0).ToFrozenDictionary(t => t.Name, t => t.Rights, StringComparer.OrdinalIgnoreCase));
}
