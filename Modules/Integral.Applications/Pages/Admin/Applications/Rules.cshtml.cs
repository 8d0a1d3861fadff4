using Integral.Applications.Ranks;
using Integral.Ui;

namespace Integral.Applications.Pages.Admin.Applications;

/// <summary>In which order those are called who have applied for one thing: the rules, and what they make of those who are there.</summary>
[Authorize(ApplicationsModule.Rank)]
internal sealed class RulesModel(RankBook book, Flash flash) : PageModel
{
    private const int Spare = 2, Shown = 200;

    [BindProperty] public List<CriterionForm> Rows { get; set; } = [];

    /// <summary>The version of the rules that somebody has looked at; 0 where there were none.</summary>
    [BindProperty] public int Version { get; set; }

    public Guid Of { get; private set; }
    public string Title { get; private set; } = "";
    public IReadOnlyList<RankedRow> Order { get; private set; } = [];
    public bool IsCutOff { get; private set; }
    public bool MayBeChanged { get; private set; }

    /// <summary>The order below is what the rules would make, which aren't kept yet.</summary>
    public bool IsPreview { get; private set; }

    public async Task OnGetAsync(Guid id)
    {
        var kept = await OpenAsync(id);
        (Rows, Version) = ([.. Read(kept).Select(CriterionForm.Of)], VersionOf(kept));
        await PutAsync(Read(kept));
        Fill();
    }

    public Task<IActionResult> OnPostPreviewAsync(Guid id) => DoAsync(id, async () =>
    {
        await PutAsync(RankRules.Checked(Said));
        IsPreview = true;
        return Page();
    });

    public Task<IActionResult> OnPostAsync(Guid id) => DoAsync(id, async () =>
    {
        await book.SayAsync(id, Said, Version);
        flash.Good(T.Say("Saved."));
        return RedirectToPage("Rules", new { id });
    });

    private IReadOnlyList<Criterion> Said => [.. Rows.Where(r => r.Kind is not null).Select(r => r.ToCriterion())];

    // What is kept is shown beside rules that are refused; of those that aren't it needn't be put into order.
    private async Task<IActionResult> DoAsync(Guid id, Func<Task<IActionResult>> work)
    {
        var kept = await OpenAsync(id);
        Fill();
        try
        {
            if (ModelState.IsValid) return await work();
        }
        catch (RuleException)
        {
            await PutAsync(Read(kept));
            throw;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Whoever looks at them and saves again overwrites them knowingly.
            var theirs = await book.FindAsync(id);
            ModelState.Remove(nameof(Version));
            Version = VersionOf(theirs);
            await PutAsync(Read(theirs));
            throw;
        }
        await PutAsync(Read(kept));
        return new PageResult { StatusCode = 422 };
    }

    private async Task<RankRules?> OpenAsync(Guid id)
    {
        (Of, Title, MayBeChanged) = (id, (await book.OpeningAsync(id)).Title, await book.MayBeChangedAsync(id));
        return await book.FindAsync(id);
    }

    private static IReadOnlyList<Criterion> Read(RankRules? rules) => rules?.Read() ?? [];
    private static int VersionOf(RankRules? rules) => rules?.Version ?? 0;

    private async Task PutAsync(IReadOnlyList<Criterion> rules)
    {
        var all = await book.OrderAsync(Of, rules);
        (Order, IsCutOff) = ([.. all.Take(Shown)], all.Count > Shown);
    }

    private void Fill()
    {
        var wanted = Math.Min(Rows.Count(r => r.Kind is not null) + Spare, RankRules.Most);
        while (Rows.Count < wanted) Rows.Add(new());
    }
}

internal sealed class CriterionForm
{
    [Display(Name = "Whom it fits")] public CriterionKind? Kind { get; set; }
    [Display(Name = "Points"), Range(-Criterion.MostPoints, Criterion.MostPoints)] public int? Points { get; set; }
    [Display(Name = "Age from")] public int? AgeFrom { get; set; }
    [Display(Name = "Age until")] public int? AgeUntil { get; set; }
    [Display(Name = "Sent from"), DataType(DataType.Date)] public DateOnly? From { get; set; }
    [Display(Name = "Sent until"), DataType(DataType.Date)] public DateOnly? Until { get; set; }

    public static CriterionForm Of(Criterion one) => new() { Kind = one.Kind, Points = one.Points, AgeFrom = one.AgeFrom, AgeUntil = one.AgeUntil, From = one.From, Until = one.Until };
    public Criterion ToCriterion() => new(Kind!.Value, Points ?? 0, AgeFrom, AgeUntil, From, Until);
}
