using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Integral.Ui;

/// <summary>What is asked for with its version never changes: browsers keep it for a year, however the host serves files.</summary>
internal sealed class LongCache : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((http, rest) =>
        {
            if (http.Request.Path.StartsWithSegments("/_content") && http.Request.Query.ContainsKey("v")) http.Response.OnStarting(Keep, http.Response);
            return rest(http);
        });
        next(app);
    };

    private static Task Keep(object state)
    {
        var response = (HttpResponse)state;
        if (response.StatusCode is 200 or 304) response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Task.CompletedTask;
    }
}
