using System.Collections.Frozen;
using Integral.Content.Data;
using Integral.Content.Definitions;
using Microsoft.Extensions.Caching.Memory;

namespace Integral.Content.Editing;

/// <summary>
/// Keeps what is said of who may do what with which type between requests, by tenant and its version (decision 11): a change of a type makes a new
/// version. Of each type of which something is said, the rights by the names of roles.
/// </summary>
internal sealed class SecuredTypes : IDisposable
{
    private const int MostTenants = 4000;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = MostTenants });

    public async ValueTask<IReadOnlyDictionary<string, IReadOnlyDictionary<string, TypeRight>>> OfAsync(Db db)
    {
        var key = (db.Tenant.Id, db.Tenant.Version);
        if (kept.TryGetValue(key, out IReadOnlyDictionary<string, IReadOnlyDictionary<string, TypeRight>>? said)) return said!;
        said = (await db.ContentTypes.AsNoTracking().ToListAsync()).Select(TypeBook.Read).Where(t => t.Rights.Count > 0).ToFrozenDictionary(t => t.Name, t => t.Rights, StringComparer.OrdinalIgnoreCase);
        return kept.Set(key, said, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Longest });
    }

    public void Dispose() => kept.Dispose();
}
