using Integral.People.Organisations;
using Integral.Platform.Sheets;

namespace Integral.People.Pages.Admin.Organisations;

/// <summary>The partners and customers of the institution.</summary>
[Authorize(PeopleModule.ViewOrganisations)]
internal sealed class IndexModel(OrganisationBook book, OrganisationsTable table, Current current) : PageModel
{
    [BindProperty(SupportsGet = true), Display(Name = "Name, tax number or contact person")] public string? Q { get; set; }
    [BindProperty(SupportsGet = true), Display(Name = "Kind")] public OrganisationKind? Kind { get; set; }
    [BindProperty(SupportsGet = true), Display(Name = "Stage")] public OrganisationStage? Stage { get; set; }
    [BindProperty(SupportsGet = true), Display(Name = "Only those I look after")] public bool Mine { get; set; }
    [BindProperty(SupportsGet = true), Display(Name = "In the archive")] public bool Archived { get; set; }
    [BindProperty(SupportsGet = true)] public string? After { get; set; }

    public OrganisationPage Organisations { get; private set; } = new([], null);
    public bool IsFiltered => Q is not null || Kind is not null || Stage is not null || Mine || Archived;
    public bool MayManage => current.Can(PeopleModule.ManageOrganisations);
    public bool HasRegistrations => current.Tenant.Has(PeopleModule.Registration);
    public string? Next => Organisations.Next is { } after ? Url.Page(null, new { Q, Kind, Stage, Mine = Said(Mine), Archived = Said(Archived), after }) : null;

    public async Task OnGetAsync() => Organisations = await book.PageAsync(new(Q, Kind, Stage, Mine, Archived, After));

    /// <summary>What the list shows, to be downloaded.</summary>
    public async Task<IActionResult> OnGetTableAsync(SheetFormat format = SheetFormat.Xlsx)
    {
        var bytes = new MemoryStream();
        await table.WriteAsync(new(Q, Kind, Stage, Mine, Archived), format, bytes);
        return File(bytes.ToArray(), SheetWriter.TypeOf(format), $"organisations.{(format == SheetFormat.Csv ? "csv" : "xlsx")}");
    }

    /// <summary>Where the table of what is shown is taken.</summary>
    public string? TableAs(string format) => Url.Page(null, "Table", new { format, Q, Kind, Stage, Mine = Said(Mine), Archived = Said(Archived) });

    private static string? Said(bool chosen) => chosen ? "true" : null;
}
