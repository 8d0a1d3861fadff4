using Integral.Workflows.Cases;

namespace Integral.Workflows.Inbox;

/// <summary>In which order tasks stand, and where the next part of them begins. Each order has its index.</summary>
internal static class InboxOrder
{
    extension(IQueryable<CaseTask> tasks)
    {
        public IQueryable<CaseTask> Filtered(InboxFilter filter, DateOnly today)
        {
            if (filter.Text?.Trim() is { Length: > 0 } text)
            {
                var words = NameSearch.Key(text);
                tasks = tasks.Where(t => t.Search.Contains(words));
            }
            if (filter.Free) tasks = tasks.Where(t => t.ClaimedById == null);
            var soon = today.AddDays(InboxFilter.Soon);
            return filter.Due switch
            {
                InboxDue.Late => tasks.Where(t => t.Deadline < today),
                InboxDue.Today => tasks.Where(t => t.Deadline == today),
                InboxDue.Soon => tasks.Where(t => t.Deadline >= today && t.Deadline <= soon),
                _ => tasks,
            };
        }

        public IQueryable<CaseTask> Sorted(InboxSort sort) => sort switch
        {
            InboxSort.Newest => tasks.OrderByDescending(t => t.CreatedAt).ThenByDescending(t => t.Id),
            InboxSort.Deadline => tasks.OrderBy(t => t.Deadline).ThenBy(t => t.Id),
            InboxSort.Name => tasks.OrderBy(t => t.Search).ThenBy(t => t.Id),
            _ => tasks.OrderBy(t => t.CreatedAt).ThenBy(t => t.Id),
        };

        /// <summary>All where the cursor is of another order.</summary>
        public IQueryable<CaseTask> After(InboxSort sort, InboxCursor? after)
        {
            if (after is null) return tasks;
            var (last, name) = (after.Id, after.Value);
            return (sort, after.At, after.Day) switch
            {
                (InboxSort.Name, _, _) => tasks.Where(t => t.Search.CompareTo(name) > 0 || t.Search == name && t.Id > last),
                (InboxSort.Deadline, _, { } day) => tasks.Where(t => t.Deadline > day || t.Deadline == day && t.Id > last),
                (InboxSort.Newest, { } at, _) => tasks.Where(t => t.CreatedAt < at || t.CreatedAt == at && t.Id < last),
                (InboxSort.Oldest, { } at, _) => tasks.Where(t => t.CreatedAt > at || t.CreatedAt == at && t.Id > last),
                _ => tasks,
            };
        }
    }
}
