using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Ui.Brand;

/// <summary>
/// The looks of institutions, in memory by tenant and the newest version of it and those above (decision 11): a page asks for them without a query.
/// What is inherited is what the institution above shows to every visitor; it is read in that tenant, each in a unit of work of its own.
/// </summary>
internal sealed class Brands(Catalogue catalogue, ITenantRunner runner)
{
    private readonly ConcurrentDictionary<Guid, (long Stamp, BrandSheet Sheet)> sheets = new();
    private readonly ConcurrentDictionary<Guid, (long Version, BrandSettings Said)> own = new();

    public async ValueTask<BrandSheet> OfAsync(Tenant tenant, Func<Db> db)
    {
        // Each change takes a number higher than all before it, so the highest one of the line tells of a change anywhere in it.
        var stamp = catalogue.UpFrom(tenant).Max(t => t.Version);
        if (sheets.TryGetValue(tenant.Id, out var kept) && kept.Stamp == stamp) return kept.Sheet;

        // Those above first: what is read for them is given back before the request takes a connection of its own.
        var (above, isWhole) = await AboveAsync(tenant);
        var said = Kept(tenant) ?? Keep(tenant, await BrandSettings.ReadAsync(db()));
        var sheet = BrandSheet.Of(said.Over(above));
        if (isWhole) sheets[tenant.Id] = (stamp, sheet);
        return sheet;
    }

    /// <summary>What it takes where it says nothing itself.</summary>
    public async Task<(BrandSettings Said, bool IsWhole)> AboveAsync(Tenant tenant)
    {
        var (above, isWhole) = (BrandSettings.None, true);
        foreach (var ancestor in catalogue.UpFrom(tenant).Skip(1).Where(t => t.State == TenantState.Running).Reverse())
        {
            try
            {
                var said = Kept(ancestor) ?? Keep(ancestor, await runner.RunAsync(ancestor, "brand", services => BrandSettings.ReadAsync(services.GetRequiredService<Db>())));
                above = said.Over(above);
            }
            // A district whose data can't be read or brought to this version must not take its schools' sites with it.
            catch (Exception trouble) when (trouble is DbException or IOException or RuleException) { isWhole = false; }
        }
        return (above, isWhole);
    }

    private BrandSettings? Kept(Tenant tenant) => own.TryGetValue(tenant.Id, out var kept) && kept.Version == tenant.SiteVersion ? kept.Said : null;

    private BrandSettings Keep(Tenant tenant, BrandSettings said)
    {
        own[tenant.Id] = (tenant.SiteVersion, said);
        return said;
    }
}
