using Integral.People.Contracts;
using Integral.People.Data;
using Integral.Platform.Changes;

namespace Integral.People.Merging;

/// <summary>A merged record comes back only together with what it gave: where the record that went on was changed since, both stay as they are.</summary>
internal sealed class UndoneMerges(Db db) : IUndoes
{
    public Type Rows => typeof(Person);

    public async Task<IReadOnlySet<Guid>> KeptAsync(IReadOnlyList<FormerRow> rows)
    {
        var ids = rows.Where(r => r.Former is not null).Select(r => r.Id).ToList();
        var merged = await db.People.IgnoreQueryFilters().AsNoTracking().Where(p => EF.Parameter(ids).Contains(p.Id) && p.MergedIntoId != null).Select(p => new { p.Id, p.MergedIntoId }).ToListAsync();
        return merged.Where(p => !ids.Contains(p.MergedIntoId!.Value)).Select(p => p.Id).ToHashSet();
    }

    public Task FollowAsync(IReadOnlyList<FormerRow> back, IReadOnlyList<FormerRow> left) => Task.CompletedTask;
}
