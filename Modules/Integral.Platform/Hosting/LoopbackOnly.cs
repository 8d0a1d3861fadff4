using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Integral.Platform;

/// <summary>The demo would be open to the network.</summary>
internal sealed class OpenDemoException(EndPoint address)
    : Exception($"The demo's passwords are public, so it isn't served on {address}. Set Integral__Demo=public if you mean it, or false for a real installation.");

/// <summary>
/// Opens the server's sockets. The demo's open on this machine only: asked here, whatever setting an address comes from, it is refused before
/// anybody could connect.
/// </summary>
internal sealed class LoopbackOnly(Demo demo, IOptions<SocketTransportOptions> options, ILoggerFactory log) : IConnectionListenerFactory, IConnectionListenerFactorySelector
{
    private readonly SocketTransportFactory sockets = new(options, log);

    /// <exception cref="OpenDemoException">The address can be reached from elsewhere.</exception>
    public ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        if (demo.KeepsToThisMachine && !IsHere(endpoint)) throw new OpenDemoException(endpoint);
        return sockets.BindAsync(endpoint, cancellationToken);
    }

    /// <summary>Not what isn't a socket: pipes have a factory of their own.</summary>
    public bool CanBind(EndPoint endpoint) => sockets.CanBind(endpoint);

    private static bool IsHere(EndPoint endpoint) => endpoint is IPEndPoint ip ? IPAddress.IsLoopback(ip.Address) : endpoint is UnixDomainSocketEndPoint;
}
