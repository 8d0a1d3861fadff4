using System.Net;
using Integral.Platform;
using Integral.Tests.Kit;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Platform;

/// <summary>The demo's passwords are public, so it keeps to this machine.</summary>
public sealed class DemoTests(District district) : IClassFixture<District>
{
    [Theory, InlineData("0.0.0.0"), InlineData("::"), InlineData("192.0.2.7")]
    public async Task The_demo_used_to_listen_for_a_moment_before_it_refused(string address)
    {
        var sockets = district.Services.GetRequiredService<IConnectionListenerFactory>();
        var refused = await Assert.ThrowsAsync<OpenDemoException>(async () => await sockets.BindAsync(new IPEndPoint(IPAddress.Parse(address), 0)));
        Assert.Contains("Integral__Demo=public", refused.Message, StringComparison.Ordinal);
    }

    [Theory, InlineData("127.0.0.1"), InlineData("::1")]
    public async Task The_demo_listens_on_this_machine(string address)
    {
        await using var listener = await district.Services.GetRequiredService<IConnectionListenerFactory>().BindAsync(new IPEndPoint(IPAddress.Parse(address), 0));
        Assert.NotEqual(0, ((IPEndPoint)listener.EndPoint).Port);
    }

    [Fact]
    public void The_server_opens_its_sockets_only_there()
    {
        var factories = district.Services.GetServices<IConnectionListenerFactory>().ToList();
        Assert.IsType<LoopbackOnly>(factories[^1]);     // the server asks the last one first
    }
}

/// <summary>A demo that is meant for everybody.</summary>
public sealed class PublicDemo : District
{
    protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new("Integral:Demo", "public")];
}

public sealed class PublicDemoTests(PublicDemo district) : IClassFixture<PublicDemo>
{
    [Fact]
    public async Task A_public_demo_listens_where_it_is_told()
    {
        await using var listener = await district.Services.GetRequiredService<IConnectionListenerFactory>().BindAsync(new IPEndPoint(IPAddress.Any, 0));
        Assert.Equal(IPAddress.Any, ((IPEndPoint)listener.EndPoint).Address);
    }
}
