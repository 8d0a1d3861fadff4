using Integral.Platform.Sheets;
using Microsoft.AspNetCore.Routing;

namespace Integral.Applications.Pages.Admin.Applications;

/// <summary>All applications, the latest first.</summary>
[Authorize(ApplicationsModule.View)]
internal sealed class IndexModel(ApplicationBook book, ApplicationTable table, Current current) : PageModel
{
    [BindProperty(SupportsGet = true), Display(Name = "Name or number")] public string? Q { get; set; }
    [BindProperty(SupportsGet = true)] public ApplicationStatus? Status { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? For { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? List { get; set; }
    [BindProperty(SupportsGet = true)] public string? After { get; set; }

    /// <summary>By what it is narrowed where one comes from a figure.</summary>
    [BindProperty(SupportsGet = true, Name = "")] public Narrowing Narrow { get; set; } = new();

    public ApplicationPage Applications { get; private set; } = new([], null);
    public IReadOnlyDictionary<ApplicationStatus, int> Counts { get; private set; } = new Dictionary<ApplicationStatus, int>();
    public string? Next => Applications.Next is { } after ? Url.Page(null, new RouteValueDictionary(Narrow.ToValues().ToDictionary(v => v.Key, v => (object?)v.Value)) { ["Q"] = Q, ["Status"] = Status, ["For"] = For, ["List"] = List, ["after"] = after }) : null;

    /// <summary>Where the order of those who have applied for one thing is; null where the reader may not, or all are shown.</summary>
    public string? Order => For is { } one && current.Can(ApplicationsModule.Rank) ? $"~/Admin/Applications/Rules/{one}" : null;

    /// <summary>Where staff say what is asked, of those who apply for the one thing that is looked at or of all; null where the reader may not.</summary>
    public string? Forms => !current.Can(ApplicationsModule.WriteForms) ? null : For is { } one ? $"~/Admin/Applications/Form/{one}" : "~/Admin/Applications/Forms";

    /// <summary>Whose list is looked at.</summary>
    public ApplicationList? Of { get; private set; }

    public async Task OnGetAsync()
    {
        (Applications, Counts) = (await book.PageAsync(new(Q, Status, For, After, List) { Narrow = Narrow }), await book.CountsAsync());
        if (List is { } list) Of = await book.ListAsync(list);
    }

    /// <summary>All who have applied for one thing, with their answers, to be downloaded.</summary>
    public async Task<IActionResult> OnGetTableAsync(SheetFormat format = SheetFormat.Xlsx)
    {
        var bytes = new MemoryStream();
        await table.WriteAsync(For ?? throw new NotFoundException(), format, bytes);
        return File(bytes.ToArray(), SheetWriter.TypeOf(format), $"applications.{(format == SheetFormat.Csv ? "csv" : "xlsx")}");
    }

    /// <summary>Where the table of those who have applied for the one thing is taken.</summary>
    public string? TableAs(string format) => Url.Page(null, "Table", new { format, For });
}
