namespace Integral.Platform.Web;

/// <summary>
/// So many requests are worked on at once, and no more: the others wait, each tenant's in a line of its own, and the lines are served in turn. So a
/// tenant that floods waits for itself. One that has had more than its share of late has few places at once: who comes seldom finds the processor free.
/// </summary>
/// <param name="places">How many are worked on at once.</param>
/// <param name="mostWaiting">Of one tenant; more are refused.</param>
internal sealed class FairTurns(int places, int mostWaiting, TimeProvider clock) : IDisposable
{
    /// <summary>Who works longer isn't held up by the processor, or is something large: it no longer counts, or a few of them would stop everyone.</summary>
    internal static readonly TimeSpan Long = TimeSpan.FromMilliseconds(200);

    /// <summary>After that nobody sits before the screen any more.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    /// <summary>How often one that has had more than its share is served while others keep everything busy: 40 a second, a few hundredths of two cores.</summary>
    internal static readonly TimeSpan Seldom = TimeSpan.FromMilliseconds(25);
    /// <summary>Nobody else has come for as long: what begins now will be done before the next one does.</summary>
    internal static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(3);
    private const int Few = 8;     // of that many places one
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private readonly Lock guard = new();
    private readonly Dictionary<Guid, TenantLine> lines = [];
    private readonly LinkedList<TenantLine> turn = new();       // those who have someone waiting; the first is next
    private readonly Queue<Place> counted = new();              // in the order in which they began; those at its head may have left
    private readonly Shares shares = new(clock);
    private ITimer? watch;
    private long lightServed;       // when somebody who hasn't had more than his share began
    private int inside;

    /// <summary>How many are worked on, and how many wait.</summary>
    internal (int Inside, int Waiting) Now
    {
        get { lock (guard) return (inside, lines.Values.Sum(l => l.Waiting.Count)); }
    }

    /// <returns>Null when it is refused: its line is full, or it waited for too long.</returns>
    /// <exception cref="OperationCanceledException">Who asked has gone.</exception>
    public ValueTask<Place?> EnterAsync(Guid whose, CancellationToken cancel)
    {
        Place place;
        lock (guard)
        {
            place = new(this, LineOf(whose));
            if (place.Line.Waiting.Count >= mostWaiting) return ValueTask.FromResult<Place?>(null);
            if (Begins(place)) return ValueTask.FromResult<Place?>(place);
            Wait(place);
        }
        return WaitedAsync(place, cancel);
    }

    internal async ValueTask ReturnAsync(Place place, CancellationToken cancel)
    {
        lock (guard)
        {
            if (place.IsCounted) return;
            place.Line = LineOf(place.Line.Whose);
            if (Begins(place)) return;
            Wait(place);
        }
        await WaitedAsync(place, cancel);
    }

    internal void Leave(Place place)
    {
        lock (guard)
        {
            if (Uncount(place)) Admit();
        }
    }

    private TenantLine LineOf(Guid whose)
    {
        if (!lines.TryGetValue(whose, out var line)) lines.Add(whose, line = new(whose, clock.GetTimestamp()));
        return line;
    }

    private async ValueTask<Place?> WaitedAsync(Place place, CancellationToken cancel)
    {
        await using var gone = cancel.UnsafeRegister(static (waiting, token) => ((Place)waiting!).Turn!.TrySetCanceled(token), place);
        try
        {
            return await place.Turn!.Task ? place : null;
        }
        catch (OperationCanceledException)
        {
            lock (guard) Forget(place);
            throw;
        }
    }

    private bool Begins(Place place)
    {
        if (inside >= places || place.Line.Waiting.Count > 0 || !HasShare(place.Line)) return false;
        Count(place);
        return true;
    }

    // One that has had more than its share gets what the others leave: it begins where few of them are worked on, and else so seldom that they don't notice.
    private bool HasShare(TenantLine line)
    {
        var few = Math.Max(1, places / Few);
        return !shares.IsHeavy(line.Whose) || line.Inside < few && (inside - line.Inside < few && clock.GetElapsedTime(lightServed) >= Quiet || clock.GetElapsedTime(line.Served) >= Seldom);
    }

    private void Count(Place place)
    {
        ForgetTheLong();
        (place.IsCounted, place.Since) = (true, clock.GetTimestamp());
        place.Line.Inside++;
        place.Line.Served = place.Since;
        if (!shares.IsHeavy(place.Line.Whose)) lightServed = place.Since;
        inside++;
        counted.Enqueue(place);
    }

    private bool Uncount(Place place)
    {
        if (!place.IsCounted) return false;
        place.IsCounted = false;
        place.Line.Inside--;
        inside--;
        shares.Add(place.Line.Whose, clock.GetElapsedTime(place.Since));
        Tidy(place.Line);
        return true;
    }

    private void ForgetTheLong()
    {
        while (counted.TryPeek(out var first) && (!first.IsCounted || clock.GetElapsedTime(first.Since) >= Long))
        {
            counted.Dequeue();
            Uncount(first);
        }
    }

    private void Tidy(TenantLine line)
    {
        if (line.Inside == 0 && line.Waiting.Count == 0) lines.Remove(line.Whose);
    }

    private void Wait(Place place)
    {
        (place.Turn, place.Since) = (new(TaskCreationOptions.RunContinuationsAsynchronously), clock.GetTimestamp());
        if (place.Line.Waiting.Count == 0) turn.AddLast(place.Line);
        place.Line.Waiting.AddLast(place);
        watch ??= clock.CreateTimer(static turns => ((FairTurns)turns!).LookAround(), this, Look, Look);
    }

    // One of each line in turn, as long as there is room. A line that has its share is passed by and keeps its turn.
    private void Admit()
    {
        while (inside < places && turn.FirstOrDefault(HasShare) is { } line) Serve(line);
    }

    private void Serve(TenantLine line)
    {
        var place = line.Waiting.First!.Value;
        line.Waiting.RemoveFirst();
        turn.Remove(line);
        if (line.Waiting.Count > 0) turn.AddLast(line);
        Count(place);
        // By way of the common queue of the pool: a thread prefers what it has put up itself, so one tenant's requests would follow each other on it.
        ThreadPool.UnsafeQueueUserWorkItem(static place => place.Go(), place, preferLocal: false);
    }

    private void Forget(Place place)
    {
        if (place.Line.Waiting.Remove(place) && place.Line.Waiting.Count == 0) turn.Remove(place.Line);
        Tidy(place.Line);
    }

    private void LookAround()
    {
        lock (guard)
        {
            ForgetTheLong();
            foreach (var line in turn.ToList()) GiveUp(line);
            Admit();
            if (turn.Count > 0) return;
            watch?.Dispose();
            watch = null;
        }
    }

    private void GiveUp(TenantLine line)
    {
        while (line.Waiting.First?.Value is { } first && clock.GetElapsedTime(first.Since) >= Patience)
        {
            line.Waiting.RemoveFirst();
            first.Turn!.TrySetResult(false);
        }
        if (line.Waiting.Count == 0) turn.Remove(line);
        Tidy(line);
    }

    public void Dispose()
    {
        lock (guard) watch?.Dispose();
    }
}
