using Integral.Applications.Ranks;
using Integral.Ui;

namespace Integral.Applications.Pages.Admin.Applications;

/// <summary>In which order those are called who have applied for one thing: the rules, and what they make of those who are there.</summary>
[Authorize(ApplicationsModule.Rank)]
internal sealed class RulesModel(RankBook book, Flash flash) : PageModel
{
    private const int Spare = 2, Shown = 200;

    [BindProperty] public List<CriterionForm> Rows { get; set; } = [];

    public Guid Of { get; private set; }
    public string Title { get; private set; } = "";
    public IReadOnlyList<RankedRow> Order { get; private set; } = [];
    public bool IsCutOff { get; private set; }
    public bool MayBeChanged { get; private set; }

    /// <summary>The order below is what the rules would make, which aren't kept yet.</summary>
    public bool IsPreview { get; private set; }

    public async Task OnGetAsync(Guid id)
    {
        Rows = [.. (await OpenAsync(id)).Select(CriterionForm.Of)];
        Fill();
    }

    public async Task<IActionResult> OnPostPreviewAsync(Guid id)
    {
        await OpenAsync(id);
        if (!ModelState.IsValid) return new PageResult { StatusCode = 422 };
        await PutAsync(RankRules.Checked(Said));
        IsPreview = true;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        await OpenAsync(id);
        if (!ModelState.IsValid) return new PageResult { StatusCode = 422 };
        await book.SayAsync(id, Said);
        flash.Good(T.Say("Saved."));
        return RedirectToPage("Rules", new { id });
    }

    private IReadOnlyList<Criterion> Said => [.. Rows.Where(r => r.Kind is not null).Select(r => r.ToCriterion())];

    // What is kept is shown, also beside rules that are refused.
    private async Task<IReadOnlyList<Criterion>> OpenAsync(Guid id)
    {
        (Of, Title, MayBeChanged) = (id, (await book.OpeningAsync(id)).Title, await book.MayBeChangedAsync(id));
        var kept = (await book.FindAsync(id))?.Read() ?? [];
        await PutAsync(kept);
        Fill();
        return kept;
    }

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
