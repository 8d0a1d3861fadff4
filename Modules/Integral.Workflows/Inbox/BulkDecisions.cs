using Integral.Workflows.Cases;
using Integral.Workflows.Data;

namespace Integral.Workflows.Inbox;

/// <summary>Of a task nothing became.</summary>
/// <param name="Title">Whose matter it is; empty where there is no such task within one's reach.</param>
internal sealed record Refusal(Guid Id, string Title, Sentence Why);

/// <summary>What became of many tasks at once.</summary>
/// <param name="With">By which what was done can be taken back together; null where nothing can.</param>
internal sealed record BulkReport(int Done, IReadOnlyList<Refusal> Refused, Guid? With);

/// <summary>The same for many tasks, each on its own: what can't be done with one leaves the others as they are wanted.</summary>
internal sealed class BulkDecisions(Db db, InboxBook book, InboxDesk desk)
{
    public const int Most = 500;

    /// <summary>Decides them alike.</summary>
    /// <exception cref="RuleException">None was chosen, or too many.</exception>
    public Task<BulkReport> DecideAsync(IReadOnlyCollection<Guid> ids, string outcome, string? reason)
    {
        var with = Guid.CreateVersion7();
        return EachAsync(ids, id => desk.DecideAsync(id, new Decision(outcome, reason, with)), with);
    }

    /// <summary>Says that one works on them.</summary>
    /// <exception cref="RuleException">None was chosen, or too many.</exception>
    public Task<BulkReport> ClaimAsync(IReadOnlyCollection<Guid> ids) => EachAsync(ids, desk.ClaimAsync, null);

    /// <summary>Takes one's own decisions back that were made at once, each where nothing has happened since.</summary>
    /// <exception cref="NotFoundException">There are none.</exception>
    public async Task<BulkReport> TakeBackAsync(Guid with)
    {
        var ids = await (await book.WithinAsync()).Where(t => t.DecidedWith == with).Select(t => t.Id).ToListAsync();
        return ids.Count == 0 ? throw new NotFoundException() : await EachAsync(ids, desk.TakeBackAsync, null);
    }

    private async Task<BulkReport> EachAsync(IReadOnlyCollection<Guid> ids, Func<Guid, Task> work, Guid? with)
    {
        Rule.Require(ids.Count > 0, "Nothing is chosen. Tick the lines that you mean.", "Items");
        Rule.Require(ids.Count <= Most, T.Say("At most {0} at once.", Most), "Items");
        var (done, refused) = (0, new List<(Guid Id, Sentence Why)>());
        foreach (var id in ids.Distinct())
        {
            try
            {
                await work(id);
                done++;
            }
            catch (RuleException rule) { refused.Add((id, rule.Sentence)); }
            catch (NotFoundException) { refused.Add((id, T.Say("This isn't there any more."))); }
        }
        var titles = await TitlesAsync(refused.Select(r => r.Id).ToArray());
        return new(done, [.. refused.Select(r => new Refusal(r.Id, titles.GetValueOrDefault(r.Id, ""), r.Why))], done > 0 ? with : null);
    }

    private async Task<Dictionary<Guid, string>> TitlesAsync(Guid[] ids)
    {
        if (ids.Length == 0) return [];
        var (within, cases) = (await book.WithinAsync(), db.WorkflowCases);
        return await within.Where(t => EF.Parameter(ids).Contains(t.Id)).Select(t => new { t.Id, cases.First(c => c.Id == t.CaseId).Title }).ToDictionaryAsync(t => t.Id, t => t.Title);
    }
}
