using Integral.People.Export;
using Integral.People.Import;
using Integral.Platform.Sheets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Integral.People.Api;

/// <summary>People as tables for programs: in and out by the same classes as on the screens.</summary>
internal static class TablesApi
{
    /// <summary>Rows of one request: it is answered when all are written.</summary>
    public const int MostRows = 500;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var people = routes.MapGroup("/api/v1/people").WithTags("People");
        people.MapPost("import", ImportAsync).RequireAuthorization(PeopleModule.Manage).WithMetadata(new RequestSizeLimitAttribute(PeopleImport.Largest))
            .WithSummary("Adds and changes people by a table, which is the body: CSV or XLSX. With dryRun nothing is written; first passwords are in this answer only");
        people.MapPost("export", ExportAsync).RequireAuthorization(PeopleModule.Export).WithSummary("The people as CSV or XLSX; the reason is shown to the institution's head");
    }

    private static async Task<Ok<ImportAnswer>> ImportAsync(TableBody body, PeopleImport import, ColumnMemory memory, Current current, Texts texts, bool dryRun = false, bool emailIsLogin = false, [FromQuery] string[]? role = null)
    {
        var sheet = SheetFile.Read(body.Content.ToArray());
        Rule.Require(sheet.Rows.Count <= MostRows, T.Say("The file has {0} rows; at most {1} can be imported at once. Divide it.", sheet.Rows.Count, MostRows));
        var columns = await memory.RecallAsync(PersonColumns.Find(sheet), PersonColumns.Whose(current.Tenant));
        var report = await import.RunAsync(sheet, columns, new(role ?? [], emailIsLogin, dryRun, "API"));
        return TypedResults.Ok(new ImportAnswer(report.ChangeSetId, report.Added, report.Changed, report.Left, report.Refused,
            [.. report.Rows.Select(r => new ImportedRow(r.Line, r.Column, r.Name, r.Fate, texts.Say(r.Says)))], [.. report.Slips.Select(s => new SlipAnswer(s.PersonId, s.Login, s.Password))]));
    }

    private static async Task<ExportAnswer> ExportAsync(NewExport wanted, PeopleExport export) =>
        new(await export.NoteAsync(new(wanted.Reason, wanted.Format, new(Given(wanted.Q), Given(wanted.Role), wanted.State, null))), wanted.Format);

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}

/// <summary>A table as it came. A record, so that a repeated request is known by what it brings.</summary>
internal sealed record TableBody(ReadOnlyMemory<byte> Content)
{
    public static async ValueTask<TableBody?> BindAsync(HttpContext http)
    {
        using var bytes = new MemoryStream();
        await http.Request.Body.CopyToAsync(bytes, http.RequestAborted);
        return new(bytes.ToArray());
    }
}
