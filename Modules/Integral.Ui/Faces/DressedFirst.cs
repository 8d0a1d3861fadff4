using Microsoft.AspNetCore.Mvc.Filters;

namespace Integral.Ui.Faces;

/// <summary>
/// Finds out what a page looks like before its handler runs. Later the handler would hold a connection while the looks of the institutions
/// above are read over another one: on PostgreSQL a morning's first visitors, more than the pool has connections, waited for each other.
/// </summary>
internal sealed class DressedFirst(Face face) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        await face.DressAsync();
        await next();
    }
}
