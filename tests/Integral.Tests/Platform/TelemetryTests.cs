using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Integral.Platform.Jobs;
using Integral.Tests.Kit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Integral.Tests.Platform;

/// <summary>What a collector is told, by a listener that takes OTLP as one would: names and ids, and nobody's data.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task A_collector_gets_requests_by_tenant_and_jobs_and_no_person()
    {
        await using var collector = await Collector.StartAsync();
        string tenant;
        await using (var district = new TracedDistrict(collector.Address))
        {
            await district.InitializeAsync();
            tenant = $"{district.Tenant("school-1").Id}";
            var teacher = await district.SignInAsync("teacher", "/school-1");
            await teacher.OpenAsync("/school-1/account");
            await district.Visitor().Http.GetAsync(new Uri("/school-1/join/secret-invitation-code?word=secret-word", UriKind.Relative));
            await district.Services.GetRequiredService<HostJobRun>().RunAsync(district.Services.GetServices<IHostJob>().First(), TestContext.Current.CancellationToken);
        }

        // The host's own thread may end a moment later than ours.
        await Until.TrueAsync(() => Task.FromResult(collector.Said("/v1/traces").Length > 0 && collector.Said("/v1/metrics").Length > 0), "the collector is told nothing");
        var (traces, metrics) = (collector.Said("/v1/traces"), collector.Said("/v1/metrics"));
        Assert.Contains(tenant, traces);
        Assert.Contains("http.route", traces);
        Assert.Contains(tenant, metrics);
        Assert.Contains("integral.tenant.request.duration", metrics);
        Assert.Contains("integral.host_job.runs", metrics);
        foreach (var personal in new[] { "teacher@", "secret-invitation-code", "secret-word" }) Assert.DoesNotContain(personal, traces + metrics);
    }

    [Fact]
    public async Task The_log_names_the_tenant_and_no_person_or_secret()
    {
        var log = new KeptLog();
        await using var district = new LoggedDistrict(log);
        await district.InitializeAsync();
        await district.SignInAsync("teacher", "/school-1");
        var visitor = district.Visitor();
        await visitor.SubmitAsync("/school-1/sign-in", new() { ["Form.Login"] = "teacher@demo.local", ["Form.Password"] = "wrong-password" });
        await visitor.Http.GetAsync(new Uri("/school-1/join/secret-invitation-code?word=secret-word", UriKind.Relative));

        var said = string.Join('\n', log.Lines);
        Assert.Contains($"TenantId:{district.Tenant("school-1").Id}", said);
        foreach (var personal in new[] { "teacher@", "wrong-password", "secret-word" }) Assert.DoesNotContain(personal, said);
    }

    [Fact]
    public async Task What_the_API_noted_under_a_number_used_to_stand_in_no_log()
    {
        var log = new KeptLog();
        await using var district = new LoggedDistrict(log);
        await district.InitializeAsync();
        var admin = await district.SignInAsync("admin");
        district.Broken = true;
        using var answer = await admin.Http.GetAsync(new Uri("/api/v1/me", UriKind.Relative));

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.DoesNotContain("quite unexpected", await answer.Content.ReadAsStringAsync());
        Assert.Contains(log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal) && line.Contains("quite unexpected", StringComparison.Ordinal));
    }

    private sealed class TracedDistrict(string collector) : District
    {
        protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new("Integral:Telemetry:Endpoint", collector), new("Integral:Telemetry:TraceShare", "1")];
    }

    /// <summary>As much as an operator would have logged who looks for a fault: everything of ours, and warnings of the framework.</summary>
    private sealed class LoggedDistrict(KeptLog log) : District
    {
        /// <summary>Asking for a tenant's database fails as nobody foresaw.</summary>
        public bool Broken { get; set; }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureServices(services => services.AddSingleton<ILoggerProvider>(log));
            builder.ConfigureServices(services => services.AddScoped<IAuthorizationHandler>(_ => Broken ? throw new NotSupportedException("quite unexpected") : new Nothing()));
            builder.ConfigureLogging(logging => logging.AddFilter<KeptLog>("Integral", LogLevel.Trace).AddFilter<KeptLog>("Microsoft.AspNetCore.Mvc", LogLevel.Information).AddFilter<KeptLog>("Microsoft.AspNetCore.Routing", LogLevel.Information));
        }
    }

    private sealed class Nothing : IAuthorizationHandler
    {
        public Task HandleAsync(AuthorizationHandlerContext context) => Task.CompletedTask;
    }

    private sealed class KeptLog : ILoggerProvider, ISupportExternalScope
    {
        private IExternalScopeProvider? scopes;

        public ConcurrentQueue<string> Lines { get; } = new();
        public ILogger CreateLogger(string categoryName) => new Kept(this, categoryName);
        public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;
        public void Dispose() { }

        private sealed class Kept(KeptLog log, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                var line = new StringBuilder($"{logLevel} {category}: {formatter(state, exception)} {exception}");
                log.scopes?.ForEachScope((scope, text) => text.Append(' ').Append(scope), line);
                log.Lines.Enqueue($"{line}");
            }
        }
    }

    /// <summary>Takes what is posted to it. Protocol buffers keep texts as they are.</summary>
    private sealed class Collector(WebApplication app, ConcurrentQueue<(string Path, string Body)> said) : IAsyncDisposable
    {
        public string Address => app.Urls.First();
        public string Said(string path) => string.Concat(said.Where(s => s.Path == path).Select(s => s.Body));

        public static async Task<Collector> StartAsync()
        {
            var said = new ConcurrentQueue<(string, string)>();
            var builder = WebApplication.CreateEmptyBuilder(new());
            builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
            var app = builder.Build();
            app.Run(async http =>
            {
                using var reader = new StreamReader(http.Request.Body, Encoding.Latin1);
                said.Enqueue((http.Request.Path, await reader.ReadToEndAsync()));
                http.Response.ContentType = "application/x-protobuf";
            });
            await app.StartAsync();
            return new(app, said);
        }

        public async ValueTask DisposeAsync()
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }
    }
}
