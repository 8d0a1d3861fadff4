using System.Globalization;
using Integral.Platform.Reporting;
using Integral.Workflows.Cases;
using Integral.Workflows.Data;

namespace Integral.Workflows.Inbox;

/// <summary>Waiting: for anybody of one's roles. Mine: on which one works. Done: what one has decided.</summary>
internal enum InboxSide { Waiting, Mine, Done }

/// <param name="Title">Whose matter it is.</param>
/// <param name="Note">What it is for.</param>
/// <param name="Task">What is to be decided: the English source of a translated text, or the institution's own words.</param>
internal sealed record InboxRow(Guid Id, string Title, string Note, string Task, DateTime Since, DateOnly? DueOn, string? ClaimedBy, bool IsMine, DateTime? DecidedAt, string? Outcome);

/// <param name="Next">The cursor of the next part; null on the last.</param>
internal sealed record InboxPage(IReadOnlyList<InboxRow> Rows, string? Next);

/// <summary>What waits for the current person, on the screen and in the API alike.</summary>
internal sealed class InboxBook(Db db, Current current, Figures figures)
{
    public const int PageSize = 50;

    /// <summary>By the institution's clock.</summary>
    public DateOnly Today => figures.Today;

    /// <summary>What waits longest is first; of what is done, the latest.</summary>
    public async Task<InboxPage> PageAsync(InboxSide side, string? after, int size = PageSize)
    {
        var (me, isDone, tasks) = (Me, side == InboxSide.Done, Of(side).AsNoTracking());
        if (after?.Split('.') is [var ticks, var id] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= DateTime.MaxValue.Ticks && Guid.TryParseExact(id, "N", out var last))
        {
            var at = new DateTime(number, DateTimeKind.Utc);
            tasks = isDone ? tasks.Where(t => t.DecidedAt < at || t.DecidedAt == at && t.Id < last) : tasks.Where(t => t.CreatedAt > at || t.CreatedAt == at && t.Id > last);
        }
        tasks = isDone ? tasks.OrderByDescending(t => t.DecidedAt).ThenByDescending(t => t.Id) : tasks.OrderBy(t => t.CreatedAt).ThenBy(t => t.Id);
        var cases = db.WorkflowCases;
        var rows = await tasks.Take(size + 1).Select(t => new { Task = t, Case = cases.Where(c => c.Id == t.CaseId).Select(c => new { c.Title, c.Note }).First() })
            .Select(r => new InboxRow(r.Task.Id, r.Case.Title, r.Case.Note, r.Task.Title, r.Task.CreatedAt, r.Task.DueOn, r.Task.ClaimedBy, r.Task.ClaimedById == me, r.Task.DecidedAt, r.Task.Outcome)).ToListAsync();
        if (rows.Count <= size) return new(rows, null);
        var end = rows[size - 1];
        return new(rows[..size], string.Create(CultureInfo.InvariantCulture, $"{(isDone ? end.DecidedAt!.Value : end.Since).Ticks}.{end.Id:N}"));
    }

    public Task<int> CountAsync(InboxSide side) => Of(side).CountAsync();

    /// <summary>Tasks that are within one's reach, open or not.</summary>
    public IQueryable<CaseTask> Within()
    {
        var (me, roles) = (Me, current.Account!.OwnRoles.ToArray());
        return db.CaseTasks.Where(t => t.DecidedById == me || t.ClaimedById == me || t.Roles.Any(r => EF.Parameter(roles).Contains(r.Role)));
    }

    private Guid Me => current.Account!.AccountId;

    private IQueryable<CaseTask> Of(InboxSide side)
    {
        var me = Me;
        return side switch
        {
            InboxSide.Waiting => Within().Where(t => t.IsOpen),
            InboxSide.Mine => db.CaseTasks.Where(t => t.IsOpen && t.ClaimedById == me),
            _ => db.CaseTasks.Where(t => t.DecidedById == me),
        };
    }
}
