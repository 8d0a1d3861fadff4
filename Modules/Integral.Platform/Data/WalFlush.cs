using Microsoft.Win32.SafeHandles;

namespace Integral.Platform.Data;

/// <summary>
/// Group commit for one SQLite file: a commit is answered after a flush of the write-ahead log that began after it.
/// One flush covers all commits that were waiting when it began, so 2.5 ms a flush doesn't cap a tenant at 400 saves a second.
/// </summary>
internal sealed class WalFlush(string wal) : IDisposable
{
    /// <summary>Called with the path of the log before and after each flush: the power-cut test copies what is sure to be on disk.</summary>
    internal static Action<string>? Flushing { get; set; }
    internal static Action<string>? Flushed { get; set; }

    private readonly Lock guard = new();
    private TaskCompletionSource? waiting;
    private bool isRunning;
    private SafeFileHandle? handle;

    /// <summary>Completes when all that was committed before the call is on disk.</summary>
    /// <exception cref="IOException">The disk refused: what was committed may not survive a power cut.</exception>
    public Task FlushAsync()
    {
        lock (guard)
        {
            waiting ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
            var mine = waiting.Task;
            if (!isRunning)
            {
                isRunning = true;
                ThreadPool.UnsafeQueueUserWorkItem(static flush => flush.Run(), this, preferLocal: false);
            }
            return mine;
        }
    }

    private void Run()
    {
        while (true)
        {
            TaskCompletionSource batch;
            lock (guard)
            {
                if (waiting is null) { isRunning = false; return; }
                (batch, waiting) = (waiting, null);
            }
            try
            {
                FlushNow();
                batch.SetResult();
            }
            // Disposed: the process ends without having stopped what writes, as when it can't listen at its address.
            catch (Exception trouble) when (trouble is IOException or ObjectDisposedException) { batch.SetException(trouble); }
        }
    }

    private void FlushNow()
    {
        if (handle is null)
        {
            // The log appears with the first write after opening and stays until the file is closed.
            handle = File.OpenHandle(wal, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            Disk.FlushFolder(Path.GetDirectoryName(wal)!);
        }
        Flushing?.Invoke(wal);
        RandomAccess.FlushToDisk(handle);
        Flushed?.Invoke(wal);
    }

    public void Dispose() => handle?.Dispose();
}
