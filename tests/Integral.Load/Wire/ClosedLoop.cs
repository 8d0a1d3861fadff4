using System.Diagnostics;
using System.Net.Sockets;

namespace Integral.Load.Wire;

/// <summary>So many connections at once, each of which asks anew as soon as it was answered.</summary>
/// <param name="next">What a connection asks next; it is called when its former question has been answered.</param>
internal sealed class ClosedLoop(int port, int connections, Func<int, Ask> next)
{
    private readonly List<int> microseconds = new(1 << 18);
    private readonly Ask[] asked = new Ask[connections];
    private int errors;
    private string? complaint;

    /// <summary>The server hung up: a run in which it is to be killed ends with this.</summary>
    public bool IsGone { get; private set; }

    public Figures Run(TimeSpan warmup, TimeSpan measured, int most = int.MaxValue)
    {
        using var epoll = new Epoll();
        var wires = new Connection[connections];
        for (var i = 0; i < connections; i++)
        {
            wires[i] = new(port);
            epoll.Watch(wires[i].Handle, i);
            Send(wires, i);
        }
        if (warmup > TimeSpan.Zero) Turn(epoll, wires, warmup, int.MaxValue);
        (errors, complaint) = (0, null);
        microseconds.Clear();
        var took = Turn(epoll, wires, measured, most);
        foreach (var wire in wires) wire.Dispose();
        return new(microseconds, took, errors, complaint);
    }

    private TimeSpan Turn(Epoll epoll, Connection[] wires, TimeSpan length, int most)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            while (!IsGone && Stopwatch.GetElapsedTime(start) < length && microseconds.Count < most)
            {
                var ready = epoll.Wait(100);
                for (var i = 0; i < ready; i++) Hear(wires, epoll.Ready(i));
            }
        }
        catch (SocketException gone)
        {
            IsGone = true;
            complaint = gone.Message;
        }
        return Stopwatch.GetElapsedTime(start);
    }

    private void Hear(Connection[] wires, int index)
    {
        if (!wires[index].Receive(out var reply)) return;
        microseconds.Add((int)Stopwatch.GetElapsedTime(wires[index].AskedAt).TotalMicroseconds);
        if (!asked[index].Expected.IsMet(reply))
        {
            errors++;
            complaint ??= asked[index].Expected.Complaint;
        }
        Send(wires, index);
    }

    private void Send(Connection[] wires, int index) => wires[index].Send((asked[index] = next(index)).Bytes);
}
