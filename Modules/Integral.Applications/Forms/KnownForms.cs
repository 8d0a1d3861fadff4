using Integral.Applications.Contracts;
using Integral.Applications.Data;
using Microsoft.Extensions.Caching.Memory;

namespace Integral.Applications.Forms;

/// <summary>
/// What is asked for what one can apply for. In a rush nobody asks the database for it: it is kept between requests by the version of the institution (decision 11), and whoever
/// changes a form makes a new one.
/// </summary>
internal sealed class KnownForms : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = 2000 });

    public async ValueTask<AskedForm> OfAsync(Db db, Opening opening)
    {
        var key = (db.Tenant.Id, db.Tenant.Version, opening.Kind, opening.Id);
        if (kept.TryGetValue(key, out AskedForm? there)) return there!;
        return kept.Set(key, await ReadAsync(db, opening), new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Longest });
    }

    /// <summary>As it stands in the database now, for work that may have written it itself.</summary>
    public static async Task<AskedForm> ReadAsync(Db db, Opening opening)
    {
        var (own, kind) = ($"{opening.Id}", opening.Kind);
        var forms = await db.ApplicationForms.AsNoTracking().Where(f => f.Of == own || f.Of == kind).ToListAsync();
        return (forms.Find(f => f.Of == own) ?? forms.Find(f => f.Of == kind))?.Read() ?? AskedForm.None;
    }

    public void Dispose() => kept.Dispose();
}
