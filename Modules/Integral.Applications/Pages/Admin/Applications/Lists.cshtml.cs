using Integral.Applications.Staff;
using Integral.Platform.Sheets;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.Applications.Pages.Admin.Applications;

/// <summary>The lists of all schools joined into one.</summary>
[Authorize(ApplicationsModule.ViewLists)]
internal sealed class ListsModel(JoinedLists lists, Current current) : PageModel
{
    [BindProperty(SupportsGet = true), Display(Name = "For what")] public Guid? For { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? Sender { get; set; }
    [BindProperty(SupportsGet = true)] public string? After { get; set; }

    public IReadOnlyList<SelectListItem> Openings { get; private set; } = [];
    public IReadOnlyList<JoinedSender> Senders { get; private set; } = [];
    public JoinedPage People { get; private set; } = new([], null);
    public bool MaySeeApplications => current.Can(ApplicationsModule.View);
    public string? Next => People.Next is { } after ? Url.Page(null, new { For, Sender, after }) : null;

    public async Task OnGetAsync()
    {
        Openings = [.. (await lists.OpeningsAsync()).Select(o => new SelectListItem(o.Title, $"{o.Id}"))];
        Senders = await lists.SendersAsync(For);
        People = await lists.PageAsync(new(For, Sender, After));
    }

    /// <summary>What the page shows, to be downloaded.</summary>
    public async Task<IActionResult> OnGetTableAsync(SheetFormat format = SheetFormat.Xlsx)
    {
        var bytes = new MemoryStream();
        await lists.WriteAsync(new(For, Sender), format, bytes);
        return File(bytes.ToArray(), SheetWriter.TypeOf(format), $"staff.{(format == SheetFormat.Csv ? "csv" : "xlsx")}");
    }

    /// <summary>Where the table of what is shown is taken.</summary>
    public string? TableAs(string format) => Url.Page(null, "Table", new { format, For, Sender });
}
