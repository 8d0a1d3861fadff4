namespace Integral.Platform.Data;

/// <summary>The database files now open, at most <see cref="AtMost"/>: the longest unused is closed for the next one (design, decision 4).</summary>
internal sealed class SqliteFiles : IDisposable
{
    public const int AtMost = 512;
    private const int BetweenTrims = 1000;

    private readonly Dictionary<string, SqliteFile> open = [];
    private readonly Lock guard = new();
    private int closed;

    public SqliteLease Lend(string path)
    {
        SqliteFile? closing = null;
        SqliteFile? file;
        lock (guard)
        {
            if (!open.TryGetValue(path, out file))
            {
                if (open.Count >= AtMost) closing = Forget(LongestUnused());
                open[path] = file = new(path);
            }
            file.Claim();
        }
        if (closing is not null) Close(closing);
        return new(file);
    }

    private void Close(SqliteFile file)
    {
        file.Dispose();
        if (Interlocked.Increment(ref closed) % BetweenTrims == 0) ThreadPool.UnsafeQueueUserWorkItem(static _ => NativeHeap.Trim(), null);
    }

    /// <summary>Lets go of a file that is about to be moved or removed, when its units of work have ended.</summary>
    public async Task CloseAsync(string path, CancellationToken cancel = default)
    {
        while (true)
        {
            SqliteFile? file;
            lock (guard)
            {
                if (!open.TryGetValue(path, out file)) return;
                if (file.IsIdle) Forget(file);
                else file = null;
            }
            if (file is not null) { file.Dispose(); return; }
            await Task.Delay(20, cancel);
        }
    }

    /// <summary>Lets go of a file if nobody uses it at this moment.</summary>
    public void CloseIdle(string path)
    {
        SqliteFile? file;
        lock (guard) file = open.TryGetValue(path, out var found) && found.IsIdle ? Forget(found) : null;
        file?.Dispose();
    }

    public bool IsOpen(string path) { lock (guard) return open.ContainsKey(path); }

    public int Count { get { lock (guard) return open.Count; } }

    // A scan of 512 takes two microseconds and happens only when a file must be opened, which takes hundreds.
    private SqliteFile? LongestUnused() => open.Values.Where(f => f.IsIdle).MinBy(f => f.UsedAt);

    // When all 512 are in use at this moment, one more is opened rather than refused.
    private SqliteFile? Forget(SqliteFile? file)
    {
        if (file is not null) open.Remove(file.Path);
        return file;
    }

    public void Dispose()
    {
        lock (guard)
        {
            foreach (var file in open.Values) file.Dispose();
            open.Clear();
        }
    }
}
