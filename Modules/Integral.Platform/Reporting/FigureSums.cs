using Integral.Platform.Data;
using Integral.Platform.Jobs;
using Integral.Platform.Modules;
using Integral.Platform.Security;
using Integral.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Reporting;

/// <summary>Sums figures over a tenant and those below it, for whoever may know them. One statement, however many tenants there are.</summary>
public sealed class FigureSums
{
    /// <summary>From when on a screen looks, a month: an institution that hasn't counted for so long has closed or is off.</summary>
    public static DateOnly UsualStart(DateOnly until) => until.AddDays(-31);

    private readonly HostDb host;
    private readonly Catalogue catalogue;
    private readonly Current current;
    private readonly IExtensions<Indicator> indicators;

    internal FigureSums(HostDb host, Catalogue catalogue, Current current, IExtensions<Indicator> indicators) =>
        (this.host, this.catalogue, this.current, this.indicators) = (host, catalogue, current, indicators);

    /// <summary>
    /// Over the tenant and all that stand below it now, for days, by the dimension by which the indicator is shown. Small groups are
    /// kept back: <see cref="SmallGroups"/>. Who has the permission <i>here</i> only gets the sum of the current tenant alone.
    /// </summary>
    /// <exception cref="NotAllowedException">The reader may not read figures here.</exception>
    /// <exception cref="NotFoundException">The tenant is out of their reach, or nobody declares the indicator.</exception>
    public async Task<FigureSum> ReadAsync(string indicator, Tenant over, DateOnly from, DateOnly until, CancellationToken cancel = default)
    {
        var known = indicators.FirstOrDefault(i => i.Id == indicator) ?? throw new NotFoundException();
        var tenants = Reached(over);
        var all = host.Figures.AsNoTracking().Where(f => f.Indicator == indicator && f.Day >= from && f.Day <= until);
        var rows = all.Where(f => EF.Parameter(tenants).Contains(f.TenantId));
        if (known.IsState) rows = rows.Where(f => f.Day == all.Where(l => l.TenantId == f.TenantId).Max(l => l.Day));
        var sums = await rows.GroupBy(f => f.Dimensions).Select(g => new { g.Key, Value = g.Sum(f => f.Value), Day = g.Max(f => f.Day) }).ToListAsync(cancel);

        var groups = sums.GroupBy(s => known.ShownBy is { } by ? Figure.GroupOf(s.Key, by) : "").Select(g => (g.Key, g.Sum(s => s.Value)));
        DateOnly? day = sums.Count == 0 ? null : sums.Max(s => s.Day);
        return known.CountsPersons ? SmallGroups.Keep(groups, day) : SmallGroups.Show(groups, day);
    }

    /// <summary>All indicators of the features that are on here, a statement each.</summary>
    public async Task<IReadOnlyList<(Indicator Indicator, FigureSum Sum)>> ReadAllAsync(Tenant over, DateOnly from, DateOnly until)
    {
        var all = new List<(Indicator, FigureSum)>();
        foreach (var indicator in indicators) all.Add((indicator, await ReadAsync(indicator.Id, over, from, until)));
        return all;
    }

    private List<Guid> Reached(Tenant over)
    {
        if (!current.Can(PlatformModule.ReadFigures)) throw new NotAllowedException();
        var isBelow = current.CanBelow(PlatformModule.ReadFigures);
        if (isBelow ? !catalogue.IsAtOrBelow(over, current.Tenant.Id) : over.Id != current.Tenant.Id) throw new NotFoundException();
        return isBelow ? [over.Id, .. catalogue.Below(over).Select(t => t.Id)] : [over.Id];
    }
}
