using Integral.Platform.Changes;
using Integral.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Data;

/// <summary>
/// How every context writes: one writer at a time where the engine has one, and no answer before the commit is on disk.
/// Changes go through <see cref="DbContext.SaveChangesAsync(CancellationToken)"/> or <see cref="WriteAsync"/>; a bare bulk statement is refused.
/// </summary>
internal sealed class UnitOfWork(DbContext context, Lease lease)
{
    private IDisposable? turn;
    private List<Action>? afterwards;

    /// <summary>Set for a request that may not change anything: GET and HEAD have no side effects.</summary>
    public bool IsReadOnly { get; set; }

    public bool IsWriting { get; private set; }

    /// <summary>Notes what rows were before, while a mass action goes on.</summary>
    public ChangeRecorder? Recorder { get; set; }

    /// <summary>What is to be told once the transaction that is running has been committed; forgotten if it isn't.</summary>
    public Func<Task>? Committed { get; set; }

    /// <summary>The same for what can't fail, also of a transaction that hasn't begun yet.</summary>
    public void Afterwards(Action tell) => (afterwards ??= []).Add(tell);

    /// <summary>Runs the work as one transaction; inside another one it simply joins it.</summary>
    public async Task<T> WriteAsync<T>(Func<Task<T>> work, CancellationToken cancel)
    {
        if (IsReadOnly) throw new InvalidOperationException("A GET request tried to write. Reading has no side effects.");
        if (IsWriting) return await work();

        IsWriting = true;
        try
        {
            turn = await Aside(lease.EnterWriteAsync(cancel).AsTask());
            var result = await CommittedAsync(work, cancel);
            turn?.Dispose();
            turn = null;
            await Aside(lease.FlushAsync());
            foreach (var say in afterwards ?? []) say();
            if (Committed is { } tell) await tell();
            return result;
        }
        catch (DbUpdateException failure) when (UniqueSentences.Rule(failure, context.Model) is { } rule)
        {
            throw rule;
        }
        finally
        {
            turn?.Dispose();
            turn = null;
            (Committed, afterwards) = (null, null);
            IsWriting = false;
        }
    }

    // Who waits for the disk or for another writer leaves the processor to others.
    private static T Aside<T>(T waited) where T : Task
    {
        if (!waited.IsCompleted) Place.StepAside();
        return waited;
    }

    private async Task<T> CommittedAsync<T>(Func<Task<T>> work, CancellationToken cancel)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancel);
        var result = await work();
        await transaction.CommitAsync(cancel);
        return result;
    }
}
