namespace Integral.Platform.Data;

/// <summary>
/// What isn't finished lies here until it is moved to its place or thrown away. Each process has a folder of its own
/// and keeps a file in it locked while it lives: so the others know what a crash left behind.
/// </summary>
internal sealed class TemporaryFolder : IDisposable
{
    private const string Alive = "alive";

    // Between making the file and locking it a process looks dead.
    private static readonly TimeSpan Beginning = TimeSpan.FromSeconds(10);

    private readonly string root;
    private readonly Lazy<(string Folder, FileStream Sign)> own;

    public TemporaryFolder(string root)
    {
        this.root = root;
        own = new(Begin, LazyThreadSafetyMode.PublicationOnly);      // a full disk at the first try isn't for ever
    }

    /// <summary>This process's folder.</summary>
    public string Own => own.Value.Folder;

    /// <summary>Waits until no process holds this name, and holds it until it is disposed of. A process that dies lets go.</summary>
    public async Task<IDisposable> HoldAsync(string name, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                return new FileStream(Path.Combine(root, name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException taken) when (!DiskTrouble.IsFull(taken)) { await Task.Delay(50, cancel); }
        }
    }

    /// <summary>What lies in the folders of processes that have certainly ended.</summary>
    public IReadOnlyList<string> LeftByTheDead(DateTime now) =>
        [.. Directory.EnumerateDirectories(root).Where(f => IsDead(f, now - Beginning)).SelectMany(Directory.EnumerateFileSystemEntries)];

    /// <summary>Takes away what nothing has been written into since, unless its process lives.</summary>
    public void Sweep(DateTime before)
    {
        foreach (var file in Directory.EnumerateFiles(root).Where(f => File.GetLastWriteTimeUtc(f) < before)) File.Delete(file);
        foreach (var folder in Directory.EnumerateDirectories(root).Where(f => WrittenAt(f) < before && !IsAlive(f))) Directory.Delete(folder, recursive: true);
    }

    private (string, FileStream) Begin()
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, $"{Guid.NewGuid():N}")).FullName;
        var (sign, locked) = (Path.Combine(folder, Alive), Locked(Path.Combine(folder, Alive)));
        // Where files can't be locked, on some network drives, nobody could tell the living from the dead: then nobody is called dead before an hour.
        if (!IsAlive(folder)) File.Delete(sign);
        return (folder, locked);
    }

    // Of a folder that isn't empty only what is in it counts: taking something out of it is no sign of life.
    private static DateTime WrittenAt(string folder) =>
        Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories).DefaultIfEmpty(folder).Max(File.GetLastWriteTimeUtc);

    private static bool IsDead(string folder, DateTime before) =>
        File.Exists(Path.Combine(folder, Alive)) && File.GetLastWriteTimeUtc(Path.Combine(folder, Alive)) < before && !IsAlive(folder);

    // The lock belongs to the open file, so this holds within one process as well.
    private static bool IsAlive(string folder)
    {
        var sign = Path.Combine(folder, Alive);
        if (!File.Exists(sign)) return false;
        try
        {
            using var taken = new FileStream(sign, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (IOException) { return true; }
    }

    private static FileStream Locked(string sign) => new(sign, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);

    public void Dispose()
    {
        if (!own.IsValueCreated) return;
        own.Value.Sign.Dispose();
        if (Directory.Exists(own.Value.Folder)) Directory.Delete(own.Value.Folder, recursive: true);
    }
}
