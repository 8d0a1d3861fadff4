using Integral.Platform.Sheets;
using Integral.Ui;
using Integral.Workflows.Inbox;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.Workflows.Pages.Admin.Inbox;

/// <summary>What waits for one, and what can be done with many of it at once.</summary>
[Authorize(WorkflowsModule.Work)]
internal sealed class IndexModel(InboxBook book, BulkDecisions bulk, SavedViews views, Texts texts, Flash flash) : FilteredModel
{
    [BindProperty(SupportsGet = true)] public string? After { get; set; }

    [BindProperty] public List<Guid> Chosen { get; set; } = [];
    [BindProperty] public bool All { get; set; }
    [BindProperty] public string? Reason { get; set; }
    [BindProperty] public string? ViewName { get; set; }

    public InboxPage Tasks { get; private set; } = new([], null);
    public FollowedPage Followed { get; private set; } = new([], null);
    public InboxCounts Counts { get; private set; } = null!;
    public IReadOnlyList<SavedView> Views { get; private set; } = [];

    /// <summary>What was done where something couldn't be.</summary>
    public BulkReport? Report { get; private set; }
    public string? Next => (Side == InboxSide.Followed ? Followed.Next : Tasks.Next) is { } after ? Url.Page(null, With("After", after)) : null;
    public bool MayChoose => Side is InboxSide.Waiting or InboxSide.Mine;

    /// <summary>In what those on the page can be decided together: all of them wait for the same.</summary>
    public IReadOnlyList<string> Outcomes => Counts.Columns.Any(c => Tasks.Rows.All(r => c.Stages.Any(s => s.Id == r.Stage))) ? Tasks.Rows[0].Actions : [];
    public bool NeedsReason(string outcome) => Tasks.Rows[0].NeedsReason.Contains(outcome);
    public string? AllText => Tasks.Next is null && After is null ? null : texts["All that were found, but at most {0}", BulkDecisions.Most];

    public IEnumerable<SelectListItem> Stages => Counts.Columns.Select(c => (Column: c, Id: c.Stages.FirstOrDefault(s => s.Id == Stage)?.Id ?? c.Id)).Where(c => c.Column.Count > 0 || c.Id == Stage)
        .Select(c => new SelectListItem($"{texts[c.Column.Title]}: {InboxWords.Count(c.Column.Count, c.Column.IsMore)}", $"{c.Id}"));
    /// <summary>All but the usual one.</summary>
    public IEnumerable<SelectListItem> Orders => Enum.GetValues<InboxSort>().Where(s => s != InboxSort.Oldest).Select(s => new SelectListItem(texts.Say(s.Word()), $"{s}"));
    public string Waiting => InboxWords.Count(Counts.Waiting, Counts.IsMore);
    public bool IsLate(InboxRow row) => row.DecidedAt is null && row.DueOn < book.Today;

    public Task OnGetAsync() => ReadAsync();

    /// <summary>How much waits now, for a page that is open.</summary>
    public async Task<IActionResult> OnGetCountsAsync()
    {
        Counts = await book.CountAsync();
        return Partial("_Counts", this);
    }

    public async Task<IActionResult> OnPostBulkAsync(string? act, bool claim)
    {
        try
        {
            var ids = All ? await book.IdsAsync(Filter, BulkDecisions.Most) : Chosen;
            Rule.Require(claim || act is not null, "Say what to do with them.");
            var report = claim ? await bulk.ClaimAsync(ids) : await bulk.DecideAsync(ids, act!, Reason);
            if (report.Refused.Count == 0)
            {
                flash.Good(InboxWords.Done(claim ? null : act, report.Done), UndoOf(report.With));
                return RedirectToPage(Filter.Values);
            }
            // Of all the same: nothing was done, and the words are kept.
            if (report.Done == 0 && report.Refused.Select(r => texts.Say(r.Why)).Distinct().Count() == 1) throw new RuleException(report.Refused[0].Why);
            (Report, After, Reason, Act) = (report, null, null, claim ? null : act);
            Chosen = [.. report.Refused.Select(r => r.Id)];
        }
        catch (RuleException rule)
        {
            ModelState.AddModelError("", texts.Say(rule.Sentence));
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }
        await ReadAsync();
        return Page();
    }

    /// <summary>Takes back what one has decided at once.</summary>
    public async Task<IActionResult> OnPostUndoAsync(Guid set)
    {
        var report = await bulk.TakeBackAsync(set);
        if (report.Refused.Count == 0)
        {
            flash.Good(T.Say("Taken back: {0}. It waits for a decision again.", report.Done));
            return RedirectToPage(Filter.Values);
        }
        (Report, IsTakenBack, After) = (report, true, null);
        await ReadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostKeepAsync()
    {
        try
        {
            await views.KeepAsync(ViewName, Filter);
            flash.Good(T.Say("Kept: {0}.", $"{ViewName}"));
            return RedirectToPage(Filter.Values);
        }
        catch (RuleException rule)
        {
            ModelState.AddModelError(nameof(ViewName), texts.Say(rule.Sentence));
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }
        await ReadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostForgetAsync(Guid view)
    {
        await views.RemoveAsync(view);
        return RedirectToPage(Filter.Values);
    }

    public bool IsTakenBack { get; private set; }
    public string? Act { get; private set; }
    public string DoneText(BulkReport report) => texts.Say(IsTakenBack ? T.Say("Taken back: {0}. It waits for a decision again.", report.Done) : InboxWords.Done(Act, report.Done));

    private async Task ReadAsync()
    {
        Counts = await book.CountAsync();
        Views = await views.ListAsync();
        if (Side == InboxSide.Followed) Followed = await book.FollowedAsync(After);
        else Tasks = await book.PageAsync(Filter, After);
    }
}
