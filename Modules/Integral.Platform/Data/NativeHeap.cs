using System.Runtime.InteropServices;

namespace Integral.Platform.Data;

/// <summary>
/// Keeps SQLite's memory in one heap. By itself the C library makes several for each core, and what is freed in one isn't used by another:
/// with 512 files open that was 90 MB more. SQLite takes its memory under one lock anyway, so nobody waits longer.
/// </summary>
internal static partial class NativeHeap
{
    private const int MostHeaps = -8;

    public static void Share()
    {
        if (!OperatingSystem.IsLinux()) return;
        try
        {
            _ = Option(MostHeaps, 1);
        }
        catch (EntryPointNotFoundException) { }     // not the GNU library: its allocator has one heap
    }

    [LibraryImport("libc", EntryPoint = "mallopt")]
    private static partial int Option(int parameter, int value);
}
