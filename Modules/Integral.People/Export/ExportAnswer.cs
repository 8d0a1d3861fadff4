using System.Globalization;
using Integral.Platform.Sheets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Integral.People.Export;

/// <summary>The table on its way out, for a page and for a program.</summary>
internal sealed class ExportAnswer(IReadOnlyList<Guid> ids, SheetFormat format) : IActionResult, IResult
{
    public Task ExecuteResultAsync(ActionContext context) => ExecuteAsync(context.HttpContext);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, services) = (httpContext.Response, httpContext.RequestServices);
        var day = services.GetRequiredService<TimeProvider>().GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        response.ContentType = SheetWriter.TypeOf(format);
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = $"people-{day}.{(format == SheetFormat.Csv ? "csv" : "xlsx")}" }.ToString();
        await services.GetRequiredService<PeopleExport>().WriteAsync(ids, format, response.Body, httpContext.RequestAborted);
    }
}
