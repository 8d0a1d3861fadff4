using System.Data.Common;
using Integral.Platform.Commands;
using Integral.Platform.Modules;
using Integral.Platform.Security;
using Integral.Platform.Tenancy;
using Integral.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Integral.Platform;

/// <summary>Puts the kernel and the modules together: Program.cs calls these two.</summary>
public static class IntegralHost
{
    public static void AddIntegral(this WebApplicationBuilder builder, ModuleCatalog modules)
    {
        builder.Services.AddSingleton(modules);
        builder.Services.AddKernel(builder.Configuration);
        builder.Services.AddWeb(modules);
        foreach (var module in modules) module.AddServices(builder.Services);
    }

    /// <summary>Serves, or does what the command line asks for and ends.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunIntegralAsync(this WebApplication app, string[] args)
    {
        app.UsePipeline();
        await using var ours = app;     // at the end files are closed, so that their logs are moved into them
        if (CommandLine.IsVerb(args)) return await CommandLine.RunAsync(app.Services, args);

        try
        {
            await app.Services.GetRequiredService<Installation>().PrepareAsync(fillWhenEmpty: true);
        }
        catch (DbException failure)
        {
            app.Logger.LogCritical(failure, "The database can't be brought to this version.");
            await Console.Error.WriteLineAsync($"The database can't be brought to this version, so nothing is served: {failure.Message}");
            return 1;
        }
        try
        {
            await app.StartAsync();
        }
        catch (OpenDemoException open)
        {
            await Console.Error.WriteLineAsync(open.Message);
            return 1;
        }
        await app.WaitForShutdownAsync();
        return 0;
    }

    // The order matters: who is asked (tenant), what (routing), is it kept (cache), who asks (session), in which language, may they.
    private static void UsePipeline(this WebApplication app)
    {
        app.UseMiddleware<SafeHeaders>();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error", StatusCodeSelector = Trouble.StatusOf,
            // Else what the API answers by itself is logged nowhere.
            SuppressDiagnosticsCallback = failed => Trouble.StatusOf(failed.Exception) != StatusCodes.Status500InternalServerError,
        });
        app.UseMiddleware<NoNulls>();
        app.UseMiddleware<TenantMiddleware>();
        app.UseWhen(http => !http.Request.Path.StartsWithSegments("/api"), pages => pages.UseStatusCodePagesWithReExecute("/error/{0}"));
        app.UseRouting();
        app.UseMiddleware<Unmatched>();
        app.UseOutputCache();
        app.UseResponseCompression();
        app.UseMiddleware<SameOrigin>();
        app.UseRateLimiter();
        app.UseMiddleware<InTurn>();
        app.UseAuthentication();
        app.UseMiddleware<CultureMiddleware>();
        // What isn't there, or is of a feature that is off, is missing for everyone: signing in wouldn't help. A bare first page leads to the sign-in.
        app.UseWhen(http => http.GetEndpoint() is null && http.Request.Path.Value is { Length: > 1 }, nothing => nothing.Run(Missing));
        app.UseAuthorization();

        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages();
        app.MapHealth();
        app.MapOpenApi().AllowAnonymous();
        foreach (var module in app.Services.GetRequiredService<ModuleCatalog>())
            module.Map(ApiRules.GroupOf(app, module));
        app.UseEndpoints(_ => { });     // now, not when serving begins: verbs ask too which addresses are taken
    }

    private static Task Missing(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => "ok").AllowAnonymous().ExcludeFromDescription();
        routes.MapGet("/health/ready", async (Installation installation, CancellationToken cancel) =>
            await installation.IsReadyAsync(cancel) ? Results.Text("ready") : Results.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable))
            .AllowAnonymous().ExcludeFromDescription();
    }
}
