using Integral.Platform.Reporting;
using Integral.Workflows.Cases;
using Integral.Workflows.Data;

namespace Integral.Workflows.Inbox;

/// <param name="Title">Whose matter it is.</param>
/// <param name="Note">What it is for.</param>
/// <param name="Task">What is to be decided: the English source of a translated text, or the institution's own words.</param>
internal sealed record InboxRow(Guid Id, Guid Stage, string Title, string Note, string Task, DateTime Since, DateOnly? DueOn, string? ClaimedBy, bool IsMine, IReadOnlyList<string> Actions, IReadOnlyList<string> NeedsReason)
{
    public DateTime? DecidedAt { get; init; }
    public string? Outcome { get; init; }

    /// <summary>What whoever decides is asked, as JSON; null where nothing is.</summary>
    public string? Form { get; init; }

    /// <summary>It can't be decided so without an answer.</summary>
    public bool Asks(string outcome) => CaseTask.FieldsOf(Form).Any(f => f.RequiredFor.Contains(outcome));

    /// <summary>For where the next part begins.</summary>
    public required string Search { get; init; }
}

/// <param name="Next">The cursor of the next part; null on the last.</param>
internal sealed record InboxPage(IReadOnlyList<InboxRow> Rows, string? Next);

/// <summary>A case that one follows.</summary>
/// <param name="Task">Its latest one within one's reach.</param>
/// <param name="Waits">For what; empty where it is over or waits for nobody.</param>
internal sealed record FollowedRow(Guid Id, Guid Task, string Title, string Note, CaseStatus Status, IReadOnlyList<string> Waits, DateTime StartedAt);

internal sealed record FollowedPage(IReadOnlyList<FollowedRow> Rows, string? Next);

/// <summary>What waits for the same decision, whoever else may take it. Counted to <see cref="InboxBook.MostCounted"/>.</summary>
/// <param name="Stages">The same step for one's roles, the first of which names it.</param>
/// <param name="IsMore">More wait than were counted.</param>
internal sealed record InboxColumn(IReadOnlyList<Stage> Stages, int Count, bool IsMore)
{
    public Guid Id => Stages[0].Id;
    public string Title => Stages[0].Title;
}

/// <param name="Columns">Where one may decide, in the order of the workflow.</param>
/// <param name="Mine">On which one works.</param>
internal sealed record InboxCounts(IReadOnlyList<InboxColumn> Columns, int Mine)
{
    public int Waiting => Columns.Sum(c => c.Count);
    public bool IsMore => Columns.Any(c => c.IsMore);
}

/// <summary>
/// What waits for the current person, on the screen and in the API alike. It is read stage by stage, each by its own index: a part costs the same among two hundred
/// tasks and among fifty thousand.
/// </summary>
internal sealed class InboxBook(Db db, Current current, Colleagues colleagues, Figures figures)
{
    public const int PageSize = 50, MostCounted = 1000, CardsInColumn = 20;

    private IReadOnlyList<Stage>? stages;

    /// <summary>By the institution's clock.</summary>
    public DateOnly Today => figures.Today;

    /// <summary>
    /// Those where one may decide, in the order of their workflows. Where those are gone whom a step names, and no role may decide it, whoever changes workflows may: no
    /// matter is left to nobody.
    /// </summary>
    public async Task<IReadOnlyList<Stage>> StagesAsync()
    {
        if (stages is not null) return stages;
        var (all, who) = (await db.Stages.AsNoTracking().ToListAsync(), current.Account!);
        var (teams, me) = (await colleagues.TeamsAsync(all), new Member(who.AccountId, who.PersonId, who.OwnRoles));
        var forsaken = current.Can(WorkflowsModule.Change) ? await colleagues.ForsakenAsync(all, teams) : new HashSet<Guid>();
        return stages = [.. all.Where(s => teams.MayDecide(s, me) || forsaken.Contains(s.Id)).OrderBy(s => s.TypeId).ThenBy(s => s.Place).ThenBy(s => s.Id)];
    }

    /// <summary>A part of the list. Of a stage that isn't one's own, as a kept view may name one, there is nothing.</summary>
    public async Task<InboxPage> PageAsync(InboxFilter filter, string? after = null, int size = PageSize)
    {
        if (filter.Side == InboxSide.Done) return await DoneAsync(filter, after, size);
        var rows = await RowsAsync(await FoundAsync(filter, InboxCursor.Read(after), size + 1));
        return rows.Count > size ? new(rows[..size], $"{CursorOf(rows[size - 1], filter.Sort)}") : new(rows, null);
    }

    /// <summary>The ids of the first so many.</summary>
    public async Task<List<Guid>> IdsAsync(InboxFilter filter, int most) => [.. (await RowsAsync(await FoundAsync(filter, null, most))).Select(r => r.Id)];

    /// <summary>What stands after a task; the first of all where it was the last.</summary>
    public async Task<InboxRow?> NextAsync(InboxFilter filter, CaseTask task)
    {
        if (filter.Side is InboxSide.Done or InboxSide.Followed) return null;
        if ((await PageAsync(filter, $"{CursorOf(task, filter.Sort)}", 1)).Rows is [var next]) return next;
        return (await PageAsync(filter, null, 2)).Rows.FirstOrDefault(r => r.Id != task.Id);
    }

    /// <summary>The first of each column where anything waits, by its id.</summary>
    public async Task<ILookup<Guid, InboxRow>> CardsAsync(IReadOnlyCollection<InboxColumn> columns)
    {
        var tasks = db.CaseTasks.AsNoTracking();
        var parts = columns.SelectMany(c => c.Stages).Select(s => s.Id).Select(id => tasks.Where(t => t.IsOpen && t.StageId == id).Sorted(InboxSort.Oldest).Take(CardsInColumn)).ToList();
        var rows = parts.Count == 0 ? [] : await RowsAsync(parts.Aggregate((all, part) => all.Concat(part)).Sorted(InboxSort.Oldest));
        return columns.SelectMany(c => rows.Where(r => c.Stages.Any(s => s.Id == r.Stage)).Take(CardsInColumn).Select(r => (c.Id, Row: r))).ToLookup(c => c.Id, c => c.Row);
    }

    public async Task<InboxCounts> CountAsync()
    {
        var (me, own, tasks) = (Me, await StagesAsync(), db.CaseTasks);
        var ids = own.Select(s => s.Id).ToArray();
        var counts = await db.Stages.Where(s => EF.Parameter(ids).Contains(s.Id)).Select(s => new { s.Id, Count = tasks.Where(t => t.IsOpen && t.StageId == s.Id).OrderBy(t => t.CreatedAt).Take(MostCounted + 1).Count() }).ToDictionaryAsync(s => s.Id, s => s.Count);
        var columns = own.GroupBy(s => (s.TypeId, s.Activity, s.Title)).Select(g => (Stages: g.ToList(), Count: g.Sum(s => counts.GetValueOrDefault(s.Id)))).Select(c => new InboxColumn(c.Stages, Math.Min(c.Count, MostCounted), c.Count > MostCounted));
        return new([.. columns], await tasks.CountAsync(t => t.IsOpen && t.ClaimedById == me));
    }

    /// <summary>Tasks that are within one's reach, open or not.</summary>
    public async Task<IQueryable<CaseTask>> WithinAsync()
    {
        var (me, ids) = (Me, (await StagesAsync()).Select(s => s.Id).ToArray());
        return db.CaseTasks.Where(t => t.DecidedById == me || t.ClaimedById == me || EF.Parameter(ids).Contains(t.StageId));
    }

    /// <summary>What one follows, the latest first.</summary>
    public async Task<FollowedPage> FollowedAsync(string? after, int size = PageSize)
    {
        var (me, within, cases, tasks) = (Me, await WithinAsync(), db.WorkflowCases, db.CaseTasks);
        var followed = db.Followers.AsNoTracking().Where(f => f.AccountId == me && within.Any(t => t.CaseId == f.CaseId));
        if (Guid.TryParseExact(after, "N", out var last)) followed = followed.Where(f => f.Id < last);
        var rows = await followed.OrderByDescending(f => f.Id).Take(size + 1)
            .Select(f => new { f.Id, Case = cases.First(c => c.Id == f.CaseId), Task = within.Where(t => t.CaseId == f.CaseId).OrderByDescending(t => t.Id).Select(t => t.Id).First(), Waits = tasks.Where(t => t.CaseId == f.CaseId && t.IsOpen).OrderBy(t => t.Id).Select(t => t.Title).ToList() }).ToListAsync();
        var shown = rows.Take(size).Select(r => new FollowedRow(r.Id, r.Task, r.Case.Title, r.Case.Note, r.Case.Status, r.Waits, r.Case.StartedAt)).ToList();
        return new(shown, rows.Count > size ? $"{shown[^1].Id:N}" : null);
    }

    private Guid Me => current.Account!.AccountId;

    private async Task<IQueryable<CaseTask>> FoundAsync(InboxFilter filter, InboxCursor? after, int size)
    {
        var (me, today, own, tasks) = (Me, Today, await StagesAsync(), db.CaseTasks.AsNoTracking());
        if (filter.Stage is { } stage) own = own.FirstOrDefault(s => s.Id == stage) is { } one ? [.. own.Where(one.IsLike)] : [];
        var ids = own.Select(s => s.Id).ToArray();
        List<IQueryable<CaseTask>> parts = filter switch
        {
            { Side: InboxSide.Mine, Stage: not null } => [tasks.Where(t => t.IsOpen && t.ClaimedById == me && EF.Parameter(ids).Contains(t.StageId))],
            { Side: InboxSide.Mine } => [tasks.Where(t => t.IsOpen && t.ClaimedById == me)],
            { Side: InboxSide.Waiting, Stage: not null } when ids.Length > 0 => [.. ids.Select(id => tasks.Where(t => t.IsOpen && t.StageId == id))],
            { Side: InboxSide.Waiting, Stage: not null } => [tasks.Where(_ => false)],
            { Side: InboxSide.Waiting } => [.. ids.Select(id => tasks.Where(t => t.IsOpen && t.StageId == id)), tasks.Where(t => t.IsOpen && t.ClaimedById == me && !EF.Parameter(ids).Contains(t.StageId))],
            _ => throw new InvalidOperationException($"{filter.Side} isn't a list of open tasks."),
        };
        return parts.Select(p => p.Filtered(filter, today).After(filter.Sort, after).Sorted(filter.Sort).Take(size)).Aggregate((all, part) => all.Concat(part)).Sorted(filter.Sort).Take(size);
    }

    private Task<List<InboxRow>> RowsAsync(IQueryable<CaseTask> tasks)
    {
        var (me, cases) = (Me, db.WorkflowCases);
        return tasks.Select(t => new { Task = t, Case = cases.Where(c => c.Id == t.CaseId).Select(c => new { c.Title, c.Note }).First() })
            .Select(r => new InboxRow(r.Task.Id, r.Task.StageId, r.Case.Title, r.Case.Note, r.Task.Title, r.Task.CreatedAt, r.Task.DueOn, r.Task.ClaimedBy, r.Task.ClaimedById == me, r.Task.Actions, r.Task.NeedsReason)
            {
                DecidedAt = r.Task.DecidedAt, Outcome = r.Task.Outcome, Search = r.Task.Search, Form = r.Task.Form,
            }).ToListAsync();
    }

    private async Task<InboxPage> DoneAsync(InboxFilter filter, string? after, int size)
    {
        var me = Me;
        var tasks = db.CaseTasks.AsNoTracking().Where(t => t.DecidedById == me).Filtered(new(Text: filter.Text), Today);
        if (InboxCursor.Read(after) is { At: { } at, Id: var last }) tasks = tasks.Where(t => t.DecidedAt < at || t.DecidedAt == at && t.Id < last);
        var rows = await RowsAsync(tasks.OrderByDescending(t => t.DecidedAt).ThenByDescending(t => t.Id).Take(size + 1));
        return rows.Count > size ? new(rows[..size], $"{InboxCursor.Of(rows[size - 1].DecidedAt!.Value, rows[size - 1].Id)}") : new(rows, null);
    }

    private static InboxCursor CursorOf(InboxRow row, InboxSort sort) => CursorOf(sort, row.Id, row.Since, row.DueOn, row.Search);
    private static InboxCursor CursorOf(CaseTask task, InboxSort sort) => CursorOf(sort, task.Id, task.CreatedAt, task.DueOn, task.Search);

    private static InboxCursor CursorOf(InboxSort sort, Guid id, DateTime since, DateOnly? due, string search) => sort switch
    {
        InboxSort.Deadline => InboxCursor.Of(due ?? DateOnly.MaxValue, id),
        InboxSort.Name => new(search, id),
        _ => InboxCursor.Of(since, id),
    };
}
