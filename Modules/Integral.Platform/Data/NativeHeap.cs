using System.Runtime.InteropServices;

namespace Integral.Platform.Data;

/// <summary>
/// Gives back to the system what SQLite has freed. The C library keeps freed memory in a heap a thread, where files that are opened
/// and closed by turns leave holes: after 5,000 institutions that is tens of megabytes.
/// </summary>
internal static partial class NativeHeap
{
    public static void Trim()
    {
        if (!OperatingSystem.IsLinux()) return;
        try
        {
            _ = Trim(0);
        }
        catch (EntryPointNotFoundException) { }     // not the GNU library: its allocator gives back by itself
    }

    [LibraryImport("libc", EntryPoint = "malloc_trim")]
    private static partial int Trim(nuint keep);
}
