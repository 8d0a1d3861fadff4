using Microsoft.AspNetCore.Http;

namespace Integral.Platform.Web;

/// <summary>U+0000 in an address is refused: no text of ours has it, and the engines would treat it differently (design §5).</summary>
internal sealed class NoNulls(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        var request = http.Request;
        if (request.Path.Value?.Contains('\0') != true && request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) != true) return next(http);
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }
}
