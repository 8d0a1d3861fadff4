using Integral.Platform.Jobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Integral.Platform.Telemetry;

/// <summary>
/// Sends metrics and traces to a collector by OTLP, where one is named; otherwise nothing is collected and nothing costs. The rest is said with
/// OpenTelemetry's own variables (<c>OTEL_EXPORTER_OTLP_HEADERS</c>, <c>OTEL_METRIC_EXPORT_INTERVAL</c>).
/// </summary>
internal sealed class Telemetry(IConfiguration configuration, Node node, Measures measures) : IHostedService
{
    private const double TraceShareOtherwise = 0.1;
    private const int TenantsMeasured = 20_000;     // times outcomes; beyond it they are counted together

    private TracerProvider? traces;
    private MeterProvider? metrics;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (configuration["Integral:Telemetry:Endpoint"] is not { Length: > 0 } endpoint) return Task.CompletedTask;
        _ = measures;       // made before anything is measured
        var share = configuration.GetValue("Integral:Telemetry:TraceShare", TraceShareOtherwise);
        var protocol = configuration.GetValue("Integral:Telemetry:Protocol", OtlpExportProtocol.HttpProtobuf);
        traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(Who()).SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(share)))
            .AddSource("Microsoft.AspNetCore", "Npgsql").AddOtlpExporter(o => To(o, "v1/traces")).Build();
        metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(Who())
            .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "System.Runtime", "Npgsql", Measures.Meter)
            .AddView(Measures.RequestDuration, new ExplicitBucketHistogramConfiguration { Boundaries = [0.005, 0.02, 0.1, 0.5, 2], CardinalityLimit = TenantsMeasured })
            .AddOtlpExporter(o => To(o, "v1/metrics")).Build();
        return Task.CompletedTask;

        void To(OtlpExporterOptions options, string path)
        {
            options.Protocol = protocol;
            options.Endpoint = protocol == OtlpExportProtocol.HttpProtobuf ? new($"{endpoint.TrimEnd('/')}/{path}") : new(endpoint);
        }
    }

    /// <summary>What was measured last is sent too.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => Task.Run(() =>
    {
        Interlocked.Exchange(ref traces, null)?.Dispose();
        Interlocked.Exchange(ref metrics, null)?.Dispose();
    }, CancellationToken.None);

    private ResourceBuilder Who() => ResourceBuilder.CreateDefault().AddService("integral", serviceVersion: node.Version, autoGenerateServiceInstanceId: false, serviceInstanceId: $"{node.Id}");
}
