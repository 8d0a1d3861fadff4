using Integral.Workflows.Contracts;
using Integral.Workflows.Data;

namespace Integral.Workflows.Definitions;

/// <summary>Where workflows are read and changed, for the screens and the API alike.</summary>
internal sealed class WorkflowDesk(Db db, WorkflowKeeping keeping, CandidateBook candidates, Current current)
{
    public const int PageSize = 50;

    /// <summary>By id, which is the order in which they came.</summary>
    public Task<List<WorkflowType>> PageAsync(Guid? after, int size) => db.WorkflowTypes.AsNoTracking().Where(t => after == null || t.Id > after).OrderBy(t => t.Id).Take(size).ToListAsync();

    /// <summary>What steps can be given and what they can call, by name.</summary>
    public async Task<OfferedNames> OfferedAsync() => new(await candidates.PeopleAsync(db), await candidates.GroupsAsync(db), await CallBook.OfferedAsync(db));

    /// <exception cref="NotFoundException">There is none.</exception>
    public Task<WorkflowType> FindAsync(Guid id) => db.WorkflowTypes.AsNoTracking().SingleOr404Async(t => t.Id == id);

    /// <param name="type">Whose version.</param>
    /// <param name="number">Null for the one by which new cases go.</param>
    /// <exception cref="NotFoundException">There is none.</exception>
    public Task<WorkflowVersion> VersionAsync(WorkflowType type, int? number = null)
    {
        var (id, wanted) = (type.Id, number ?? type.Number);
        return db.WorkflowVersions.AsNoTracking().SingleOr404Async(v => v.TypeId == id && v.Number == wanted);
    }

    /// <summary>When the next case begins of a workflow that begins by date; null of any other, and where no day is to come.</summary>
    public async Task<DateOnly?> NextAsync(WorkflowType type)
    {
        var id = type.Id;
        return await db.PlannedStarts.Where(p => p.TypeId == id).Select(p => (DateTime?)p.At).FirstOrDefaultAsync() is { } at ? db.Tenant.Zone.DayOf(at) : null;
    }

    /// <summary>When and by whom each was said, the newest first.</summary>
    /// <param name="type">Whose versions.</param>
    /// <param name="before">Only those with a lower number; null for all.</param>
    /// <param name="size">At most.</param>
    public Task<List<VersionRow>> VersionsAsync(WorkflowType type, int? before, int size)
    {
        var (id, below) = (type.Id, before ?? int.MaxValue);
        return db.WorkflowVersions.AsNoTracking().Where(v => v.TypeId == id && v.Number < below).OrderByDescending(v => v.Number).Take(size).Select(v => new VersionRow(v.Number, v.Author, v.At)).ToListAsync();
    }

    /// <param name="said">All of it.</param>
    /// <param name="type">Null of a new one.</param>
    public Task<IReadOnlyList<GraphFault>> FaultsAsync(SaidWorkflow said, WorkflowType? type) => keeping.FaultsAsync(db, said, type?.WorkflowTypeId);

    /// <summary>Says a workflow, a new one or one that is there anew.</summary>
    /// <param name="id">Null of a new one.</param>
    /// <param name="said">All of it.</param>
    /// <param name="seen">The version of the record that the person had before them; null for any.</param>
    /// <exception cref="NotFoundException">There is none.</exception>
    /// <exception cref="DbUpdateConcurrencyException">There is a newer one.</exception>
    /// <exception cref="RuleException">Something is wrong with it.</exception>
    public Task<(WorkflowType Type, bool IsNew)> SayAsync(Guid? id, SaidWorkflow said, int? seen) =>
        db.WriteAsync(async () =>
        {
            db.ChangeTracker.Clear();
            // The row itself is the lock on PostgreSQL: the second of two sees the first one's version, and makes none of the rows that the first one has made.
            if (id is { } locked) await db.WorkflowTypes.Where(t => t.Id == locked).ExecuteUpdateAsync(t => t.SetProperty(x => x.Name, x => x.Name));
            var type = id is { } known ? await db.WorkflowTypes.SingleOr404Async(t => t.Id == known) : null;
            if (type is not null && seen is { } version && version != type.Version) throw new DbUpdateConcurrencyException();
            if (await FaultsAsync(said, type) is [var fault, ..]) throw new RuleException(fault.Node.Length > 0 ? T.Say("{0}: {1}", new Sentence(fault.Node), fault.What) : fault.What);
            return await keeping.KeepAsync(db, type, type is null ? await FreeIdAsync(said.Name) : "", said, current.Account!.Name);
        });

    private async Task<string> FreeIdAsync(string name)
    {
        var wanted = Transliteration.Slug(name, WorkflowType.LongestId - 10);
        if (wanted.Length == 0) wanted = "workflow";
        var taken = (await db.WorkflowTypes.Where(t => t.WorkflowTypeId.StartsWith(wanted)).Select(t => t.WorkflowTypeId).ToListAsync()).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, taken.Count + 1).Select(n => n == 1 ? wanted : $"{wanted}-{n}").First(free => !taken.Contains(free));
    }
}

/// <param name="Author">Empty where a recipe brought it.</param>
internal sealed record VersionRow(int Number, string Author, DateTime At);

/// <summary>What of the institution a step of a workflow can name.</summary>
/// <param name="Workflows">That others can call.</param>
internal sealed record OfferedNames(IReadOnlyList<SaidWord> People, IReadOnlyList<SaidWord> Groups, IReadOnlyList<SaidWord> Workflows);
