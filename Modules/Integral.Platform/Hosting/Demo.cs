using Integral.Platform.Tenancy;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Integral.Platform;

/// <summary>The demo district: its passwords are public, so it is filled only where it was asked for and keeps to this machine.</summary>
public sealed class Demo(IConfiguration configuration, IHostEnvironment environment, IServiceScopeFactory scopes)
{
    /// <summary>true, false or public; in Development an installation is a demo unless told otherwise.</summary>
    private string Setting => configuration["Integral:Demo"] ?? (environment.IsDevelopment() ? "true" : "false");

    public bool IsOn => !Setting.Equals("false", StringComparison.OrdinalIgnoreCase);
    internal bool KeepsToThisMachine => IsOn && !Setting.Equals("public", StringComparison.OrdinalIgnoreCase);

    internal async Task FillAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Security.Current>().Work = "demo";
        await scope.ServiceProvider.GetRequiredService<Deployment>().CreateAsync(
            new("Демонстрационный район", "", "demo") { Kind = TenantKind.District, Culture = "ru", TimeZone = "Asia/Almaty" });
        await scope.ServiceProvider.GetRequiredService<Reporting.NightlyFigures>().RunAsync(default);     // nobody waits for the night to look at a demo
    }
}
