using Integral.Ui;
using Integral.Workflows.Cases;
using Integral.Workflows.Inbox;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.Workflows.Pages.Admin.Inbox;

/// <summary>One matter, and what one decides of it; from there to the next.</summary>
[Authorize(WorkflowsModule.Work)]
internal sealed class ShowModel(InboxDesk desk, InboxBook book, Current current, Flash flash, Texts texts, TimeProvider clock) : FilteredModel
{
    [BindProperty] public DecisionForm Form { get; set; } = new();
    [BindProperty] public string? Outcome { get; set; }

    /// <summary>One wants to see to whom it can be given.</summary>
    [BindProperty(SupportsGet = true)] public bool Give { get; set; }

    public OpenedTask Opened { get; private set; } = null!;
    public IReadOnlyList<Colleague> Colleagues { get; private set; } = [];
    public InboxRow? Next { get; private set; }
    public CaseTask Task => Opened.Task;
    public bool IsMine => Task.ClaimedById == current.Account!.AccountId;
    public bool IsOthers => Task.ClaimedById is not null && !IsMine;
    public bool IsLate => Task.IsOpen && Task.DueOn < book.Today;
    public bool MayTakeBack => TakingBack.Closed(Task, current.Account!.AccountId, clock.GetUtcNow().UtcDateTime) is null;
    public string? Address => Opened.Card is { Address: { } address } card && current.Can(card.Permission) ? current.Base + address : null;
    public IEnumerable<SelectListItem> Phrases => Opened.Phrases.Select(p => new SelectListItem(texts[p], texts[p]));
    public IEnumerable<FieldInput> Asked => Task.Fields.Select(f => AskedInputs.Of(f, Request.HasFormContentType ? $"{Request.Form[AskedInputs.NameOf(f)]}" : null, texts));
    public IEnumerable<SelectListItem> Givable => Colleagues.Select(c => new SelectListItem(c.Name, $"{c.AccountId}"));
    public string BackTo => Url.Page("Index", Filter.Values)!;

    public Task OnGetAsync(Guid id) => ReadAsync(id);

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        await ReadAsync(id);
        if (!ModelState.IsValid) return Page();
        var answers = Task.Fields.ToDictionary(f => f.Name, f => (string?)$"{Request.Form[AskedInputs.NameOf(f)]}");
        foreach (var field in Task.Fields) ModelState.SetModelValue(AskedInputs.NameOf(field), answers[field.Name], answers[field.Name]);      // so that what is wrong is said beside it
        var with = await desk.DecideAsync(id, Outcome ?? "", Form.Said, answers);
        flash.Good(T.Say("{0}: {1}.", Opened.Case.Title, new Sentence($"{Outcome}")), UndoOf(with));
        return Next is { } next ? RedirectToPage("Show", With("id", next.Id)) : RedirectToPage("Index", Filter.Values);
    }

    public Task<IActionResult> OnPostClaimAsync(Guid id) => DoneAsync(id, desk.ClaimAsync, T.Say("It is yours now."));
    public Task<IActionResult> OnPostReleaseAsync(Guid id) => DoneAsync(id, desk.ReleaseAsync, T.Say("Everybody of its roles may decide it again."));
    public Task<IActionResult> OnPostFollowAsync(Guid id, bool follow) => DoneAsync(id, task => desk.FollowAsync(task, follow), follow ? T.Say("You follow it.") : T.Say("You don't follow it any more."));
    public Task<IActionResult> OnPostTakeBackAsync(Guid id) => DoneAsync(id, desk.TakeBackAsync, T.Say("Taken back. It waits for a decision again."));
    public Task<IActionResult> OnPostGiveAsync(Guid id) => DoneAsync(id, task => desk.GiveAsync(task, Form.To ?? throw new RuleException("Choose to whom.", "To")), T.Say("Given to a colleague."));

    private async Task<IActionResult> DoneAsync(Guid id, Func<Guid, Task> work, Sentence said)
    {
        await ReadAsync(id);
        await work(id);
        flash.Good(said);
        return RedirectToPage("Show", With("id", id));
    }

    private async Task ReadAsync(Guid id)
    {
        Opened = await desk.OpenAsync(id);
        if (Give && Task.IsOpen) Colleagues = await desk.ColleaguesAsync(id);
        Next = await book.NextAsync(Filter, Task);
    }
}

internal sealed class DecisionForm
{
    [Display(Name = "Ready words")] public string? Phrase { get; set; }
    [Display(Name = "Why", Description = "Whoever is concerned reads it."), StringLength(CaseTask.LongestReason)] public string? Reason { get; set; }
    [Display(Name = "To whom")] public Guid? To { get; set; }

    /// <summary>Both, where both were said.</summary>
    public string Said => string.Join("\n", new[] { Phrase, Reason }.Where(said => !string.IsNullOrWhiteSpace(said)));
}
