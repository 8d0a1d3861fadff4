using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Integral.Load.Wire;

/// <summary>One kept-alive connection that asks, waits for the whole answer, and asks again.</summary>
internal sealed class Connection : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] buffer = new byte[64 << 10];
    private int filled;

    public Connection(int port)
    {
        socket.Connect(IPAddress.Loopback, port);
        socket.Blocking = false;
    }

    public int Handle => (int)socket.Handle;
    public long AskedAt { get; private set; }

    public void Send(byte[] request)
    {
        filled = 0;
        AskedAt = Stopwatch.GetTimestamp();
        // The former request was answered, so the socket's buffer is empty and takes this one whole.
        if (socket.Send(request, SocketFlags.None, out var error) != request.Length) throw new SocketException((int)error);
    }

    /// <returns>True when the answer is whole.</returns>
    /// <exception cref="SocketException">The server hung up.</exception>
    public bool Receive(out Reply reply)
    {
        while (true)
        {
            if (filled == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
            var got = socket.Receive(buffer.AsSpan(filled), SocketFlags.None, out var error);
            if (error == SocketError.WouldBlock) break;
            if (got == 0) throw new SocketException((int)(error == SocketError.Success ? SocketError.ConnectionReset : error));
            filled += got;
            if (filled < buffer.Length) break;
        }
        return Reply.TryParse(buffer.AsSpan(0, filled), out reply);
    }

    public void Dispose() => socket.Dispose();
}
