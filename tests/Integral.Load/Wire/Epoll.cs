using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Integral.Load.Wire;

/// <summary>
/// Waits for many sockets on one thread. The framework's own asynchronous sockets cost a hop to the thread pool an answer,
/// and what the generator burns the server beside it doesn't get. Linux on x64 only, as the published build.
/// </summary>
internal sealed partial class Epoll : IDisposable
{
    private const int Add = 1, Remove = 2;
    private const uint Readable = 1;

    private readonly int handle = Created();
    private readonly Event[] ready = new Event[256];

    public void Watch(int socket, int connection)
    {
        var wanted = new Event { Events = Readable, Data = (ulong)connection };
        if (Control(handle, Add, socket, ref wanted) != 0) throw new Win32Exception(Marshal.GetLastPInvokeError());
    }

    public void Forget(int socket)
    {
        var nothing = new Event();
        _ = Control(handle, Remove, socket, ref nothing);
    }

    /// <returns>How many are readable; <see cref="Ready"/> says which.</returns>
    public int Wait(int milliseconds) => Math.Max(0, Wait(handle, ref ready[0], ready.Length, milliseconds));

    public int Ready(int index) => (int)ready[index].Data;

    public void Dispose() => _ = Close(handle);

    private static int Created() => Create(0) is var made and >= 0 ? made : throw new Win32Exception(Marshal.GetLastPInvokeError());

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private struct Event
    {
        public uint Events;
        public ulong Data;
    }

    [LibraryImport("libc", EntryPoint = "epoll_create1", SetLastError = true)]
    private static partial int Create(int flags);

    [LibraryImport("libc", EntryPoint = "epoll_ctl", SetLastError = true)]
    private static partial int Control(int epoll, int operation, int socket, ref Event wanted);

    [LibraryImport("libc", EntryPoint = "epoll_wait", SetLastError = true)]
    private static partial int Wait(int epoll, ref Event first, int most, int milliseconds);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);
}
