using Integral.Applications.Control;
using Integral.Platform.Sheets;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.Applications.Pages.Admin.Applications;

/// <summary>What becomes of applications, in figures and drawings.</summary>
[Authorize(ApplicationsModule.Control)]
internal sealed class ControlModel(ControlBook book, ControlCharts charts) : PageModel
{
    [BindProperty(SupportsGet = true), Display(Name = "From which day"), DataType(DataType.Date)] public DateOnly? From { get; set; }
    [BindProperty(SupportsGet = true), Display(Name = "Until which day"), DataType(DataType.Date)] public DateOnly? Until { get; set; }
    [BindProperty(SupportsGet = true), Display(Name = "Programme")] public Guid? Programme { get; set; }
    [BindProperty(SupportsGet = true), Display(Name = "Who applied")] public SenderKind? Sender { get; set; }

    public ControlView? View { get; private set; }
    public IReadOnlyList<ControlChart> Charts { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Programmes => [.. (View?.Programmes ?? []).Select(p => new SelectListItem(p.Title, $"{p.Id}"))];

    public async Task OnGetAsync()
    {
        if (!ModelState.IsValid) return;
        View = await book.ShowAsync(book.Wanted(From, Until, Programme, Sender));
        (From, Until, Charts) = (View.Of.From, View.Of.Until, charts.Of(View));
    }

    /// <summary>What the page shows, to be downloaded.</summary>
    public async Task<IActionResult> OnGetTableAsync(SheetFormat format = SheetFormat.Xlsx)
    {
        var bytes = new MemoryStream();
        await charts.WriteAsync(await book.ShowAsync(book.Wanted(From, Until, Programme, Sender)), format, bytes);
        return File(bytes.ToArray(), SheetWriter.TypeOf(format), $"applications.{(format == SheetFormat.Csv ? "csv" : "xlsx")}");
    }

    /// <summary>Where the table of what is shown is taken.</summary>
    public string? TableAs(string format) => Url.Page(null, "Table", new { format, From = $"{From:yyyy-MM-dd}", Until = $"{Until:yyyy-MM-dd}", Programme, Sender });
}
