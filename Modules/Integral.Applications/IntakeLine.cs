namespace Integral.Applications;

/// <summary>
/// Applications of one institution that wait to be kept. One at a time takes all that wait at that moment and keeps them together; whoever comes meanwhile waits
/// for the next time. Nobody is at it while nothing comes.
/// </summary>
/// <param name="keep">Keeps some, told whether they are all that wait, and tells whoever sent them.</param>
internal sealed class IntakeLine(Func<Tenant, IReadOnlyList<SentForm>, bool, Task> keep)
{
    private const int Most = 100;

    private readonly Lock guard = new();
    private readonly Queue<SentForm> waiting = new();
    private Tenant? latest;
    private bool isBusy;

    /// <summary>Applications come.</summary>
    public bool IsBusy
    {
        get { lock (guard) return isBusy; }
    }

    /// <summary>Whoever sends it and goes away takes nothing along: it is kept all the same.</summary>
    public Task<Application> PutAsync(Tenant tenant, SentForm form)
    {
        lock (guard)
        {
            waiting.Enqueue(form);
            latest = tenant;
            if (isBusy) return form.Answer;
            isBusy = true;
        }
        // Nothing of the request may live on in it: the next one's are kept too.
        using (ExecutionContext.SuppressFlow()) _ = Task.Run(EmptyAsync);
        return form.Answer;
    }

    private async Task EmptyAsync()
    {
        while (Take() is { Forms.Count: > 0 } some)
        {
            try
            {
                await keep(some.Tenant, some.Forms, some.AreAll);
            }
            catch (Exception trouble) when (trouble is not OutOfMemoryException)
            {
                // Nobody waits for ever, and those who come next are kept.
                foreach (var form in some.Forms) form.Fail(trouble);
            }
        }
    }

    private (Tenant Tenant, IReadOnlyList<SentForm> Forms, bool AreAll) Take()
    {
        lock (guard)
        {
            var some = new List<SentForm>();
            while (some.Count < Most && waiting.TryDequeue(out var form)) some.Add(form);
            isBusy = some.Count > 0;
            return (latest!, some, waiting.Count == 0);
        }
    }
}
