using System.Net;
using Integral.Platform.Tenancy;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
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

    internal async Task FillAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Security.Current>().Work = "demo";
        await scope.ServiceProvider.GetRequiredService<Deployment>().CreateAsync(
            new("Демонстрационный район", "", "demo") { Kind = TenantKind.District, Culture = "ru", TimeZone = "Asia/Almaty" });
    }

    /// <exception cref="InvalidOperationException">The demo would be open to the network.</exception>
    internal void KeepToThisMachine(IServer server)
    {
        if (!IsOn || Setting.Equals("public", StringComparison.OrdinalIgnoreCase)) return;
        foreach (var address in server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
        {
            var host = new Uri(address.Replace("*", "0.0.0.0", StringComparison.Ordinal).Replace("+", "0.0.0.0", StringComparison.Ordinal)).Host;
            if (host is not "localhost" && !(IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)))
                throw new InvalidOperationException($"The demo's passwords are public, so it isn't served on {address}. Set Integral__Demo=public if you mean it, or false for a real installation.");
        }
    }
}
