using System.Runtime.InteropServices;

namespace Integral.Platform.Data;

/// <summary>What the framework can't do with files: make a folder's entries survive a power cut.</summary>
internal static partial class Disk
{
    /// <summary>For a file that only the server's own user may read: it holds people's data and may lie anywhere.</summary>
    public static FileStreamOptions ForUsOnly(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 1 << 17 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    /// <summary>Flushes a file and the folder entry that names it.</summary>
    public static void Flush(string file)
    {
        using (var handle = File.OpenHandle(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete))
            RandomAccess.FlushToDisk(handle);
        FlushFolder(System.IO.Path.GetDirectoryName(file)!);
    }

    /// <summary>Windows keeps folder entries in its journal by itself.</summary>
    public static void FlushFolder(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        var descriptor = Open(folder, 0);
        if (descriptor < 0) throw new IOException($"The folder {folder} can't be opened.");
        var failed = Fsync(descriptor) != 0;
        _ = Close(descriptor);
        if (failed) throw new IOException($"The folder {folder} can't be flushed to disk.");
    }

    /// <summary>Gives a file a second name, which outlives the first and costs no room.</summary>
    /// <returns>False where the file system can't.</returns>
    public static bool TryLink(string file, string name) => !OperatingSystem.IsWindows() && Link(file, name) == 0;

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string file, string name);

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync")]
    private static partial int Fsync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);
}
