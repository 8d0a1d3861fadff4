using Integral.People.Specialists;
using Integral.Platform.Sheets;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.People.Pages.Admin.Specialists;

/// <summary>A list of the staff base: of all of it, or of one's own organisations.</summary>
internal abstract class SpecialistListPage(SpecialistBook book, CompetencyList competencies, SpecialistsTable table) : PageModel
{
    [BindProperty(SupportsGet = true), Display(Name = "Full name")] public string? Q { get; set; }
    [BindProperty(SupportsGet = true), Display(Name = "Organisation")] public Guid? Organisation { get; set; }
    [BindProperty(SupportsGet = true), Display(Name = "Competency")] public Guid? Competency { get; set; }
    [BindProperty(SupportsGet = true), Display(Name = "Free hours a week, at least"), Range(0, Specialist.MostHours)] public int? Hours { get; set; }
    [BindProperty(SupportsGet = true)] public string? After { get; set; }

    public SpecialistPage Specialists { get; private set; } = new([], null);
    public IReadOnlyList<SelectListItem> Competencies { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];
    public abstract bool MayManage { get; }
    public bool IsFiltered => Q is not null || Organisation is not null || Competency is not null || Hours is not null;
    public string? Next => Specialists.Next is { } after ? Url.Page(null, new { Q, Organisation, Competency, Hours, after }) : null;
    private SpecialistFilter Filter => new(Q, Organisation, Competency, Hours, After);

    /// <summary>What the signed-in person reaches here.</summary>
    protected abstract Task<SpecialistReach> ReachAsync();

    /// <summary>By which organisations one can look.</summary>
    protected abstract Task<IReadOnlyList<SelectListItem>> OfferedAsync();

    public async Task OnGetAsync()
    {
        Specialists = await book.PageAsync(Filter, await ReachAsync());
        Organisations = await OfferedAsync();
        Competencies = await competencies.ItemsAsync();
    }

    /// <summary>What the list shows, to be downloaded.</summary>
    public async Task<IActionResult> OnGetTableAsync(SheetFormat format = SheetFormat.Xlsx)
    {
        var bytes = new MemoryStream();
        await table.WriteAsync(Filter with { After = null }, await ReachAsync(), format, bytes);
        return File(bytes.ToArray(), SheetWriter.TypeOf(format), $"staff.{(format == SheetFormat.Csv ? "csv" : "xlsx")}");
    }

    /// <summary>Where the table of what is shown is taken.</summary>
    public string? TableAs(string format) => Url.Page(null, "Table", new { format, Q, Organisation, Competency, Hours });
}
