using Integral.People.Organisations;
using Integral.Platform.Sheets;

namespace Integral.People.Pages.Admin.Organisations;

/// <summary>The organisations that the list shows, as a table to be downloaded.</summary>
[Authorize(PeopleModule.ViewOrganisations)]
internal sealed class TableModel(OrganisationsTable table) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? q, OrganisationKind? kind, OrganisationStage? stage, bool mine, bool archived, SheetFormat format = SheetFormat.Xlsx)
    {
        var bytes = new MemoryStream();
        await table.WriteAsync(new(q, kind, stage, mine, archived), format, bytes);
        return File(bytes.ToArray(), SheetWriter.TypeOf(format), $"organisations.{(format == SheetFormat.Csv ? "csv" : "xlsx")}");
    }
}
