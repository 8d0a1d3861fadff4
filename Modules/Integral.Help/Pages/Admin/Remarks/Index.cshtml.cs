using Integral.Help.Data;

namespace Integral.Help.Pages.Admin.Remarks;

/// <summary>What people say is wrong, the latest first.</summary>
[Authorize(HelpModule.Remarks)]
internal sealed class IndexModel(Db db) : PageModel
{
    private const int PageSize = 20;

    /// <summary>Null for all that wait for an answer.</summary>
    [BindProperty(SupportsGet = true)] public RemarkStatus? Status { get; set; }
    [BindProperty(SupportsGet = true)] public int? Before { get; set; }

    public IReadOnlyList<RemarkRow> Remarks { get; private set; } = [];
    public string? First => Before is null ? null : Url.Page("Index", new { Status });
    public string? Next { get; private set; }

    public async Task OnGetAsync()
    {
        var remarks = db.Remarks.AsNoTracking();
        remarks = Status is { } wanted ? remarks.Where(r => r.Status == wanted) : remarks.Where(r => r.Status == RemarkStatus.New || r.Status == RemarkStatus.InWork);
        if (Before is { } before) remarks = remarks.Where(r => r.Number < before);
        var rows = await remarks.OrderByDescending(r => r.Number).Take(PageSize + 1)
            .Select(r => new RemarkRow(r.Id, r.Number, r.Message, r.Name, r.Page, r.SentAt, r.Status)).ToListAsync();
        Remarks = [.. rows.Take(PageSize)];
        Next = rows.Count > PageSize ? Url.Page("Index", new { Status, before = Remarks[^1].Number }) : null;
    }
}

internal sealed record RemarkRow(Guid Id, int Number, string Message, string? Name, string Page, DateTime SentAt, RemarkStatus Status)
{
    private const int Shown = 160;

    public string Start => Message.Length <= Shown ? Message : Message[..Shown] + "…";
}
