using System.Diagnostics;
using System.Diagnostics.Metrics;
using Integral.Platform.Tenancy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Integral.Platform.Telemetry;

/// <summary>What the kernel measures of itself, beside what ASP.NET Core, the runtime and the database driver measure. No person is in any of it.</summary>
internal sealed class Measures
{
    public const string Meter = "Integral", RequestDuration = "integral.tenant.request.duration", TenantId = "integral.tenant.id";

    private readonly Histogram<double> requests;
    private readonly Counter<long> jobs;

    public Measures(IMeterFactory factory)
    {
        var meter = factory.Create(Meter);
        requests = meter.CreateHistogram<double>(RequestDuration, "s", "Requests by tenant, and whether they were answered, refused or failed.");
        jobs = meter.CreateCounter<long>("integral.host_job.runs", description: "What the installation did by itself, and whether it failed.");
    }

    /// <summary>Goes on with a request whose tenant was found.</summary>
    public async Task MeasuredAsync(HttpContext http, Tenant tenant, RequestDelegate next)
    {
        var trace = Activity.Current is { IsAllDataRequested: true } current ? current : null;
        if (trace is null && !requests.Enabled)
        {
            await next(http);
            return;
        }
        var start = Stopwatch.GetTimestamp();
        try
        {
            await next(http);
        }
        finally
        {
            var outcome = http.Response.StatusCode switch { < 400 => "answered", < 500 => "refused", _ => "failed" };
            requests.Record(Stopwatch.GetElapsedTime(start).TotalSeconds, new(TenantId, $"{tenant.Id}"), new("outcome", outcome));
            if (trace is not null) Tell(trace, http, tenant);
        }
    }

    // The framework's own trace of a request says nothing of these. The route is told and not the path: paths hold what lets one in.
    private static void Tell(Activity trace, HttpContext http, Tenant tenant)
    {
        var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        trace.DisplayName = $"{http.Request.Method} {route}";
        trace.SetTag(TenantId, $"{tenant.Id}").SetTag("http.request.method", http.Request.Method).SetTag("http.route", route).SetTag("http.response.status_code", http.Response.StatusCode);
        if (http.Response.StatusCode >= 500) trace.SetStatus(ActivityStatusCode.Error);
    }

    public void JobRan(string name, bool failed) => jobs.Add(1, new("job", name), new("outcome", failed ? "failed" : "done"));
}
