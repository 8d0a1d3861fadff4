namespace Integral.Platform.Web;

/// <summary>
/// A request's right to be worked on. It is for the processor's time: who waits for the disk, a password's hash, a slow network or a long answer gives
/// it up (<see cref="StepAside"/>), and who has had it for long no longer counts.
/// </summary>
internal sealed class Place : IDisposable
{
    private static readonly AsyncLocal<Place?> OfThisRequest = new();

    private readonly FairTurns turns;

    internal Place(FairTurns turns, TenantLine line) => (this.turns, Line) = (turns, line);

    internal TenantLine Line { get; set; }

    /// <summary>Completes with true when it is one's turn, with false when that took too long; null for who needn't wait.</summary>
    internal TaskCompletionSource<bool>? Turn { get; set; }

    /// <summary>When it began to wait, then when it began to be worked on.</summary>
    internal long Since { get; set; }

    /// <summary>It is worked on and takes one of the places.</summary>
    internal bool IsCounted { get; set; }

    /// <summary>Its turn has come. Who has gone a moment ago makes room for the next one.</summary>
    internal void Go()
    {
        if (!Turn!.TrySetResult(true)) Dispose();
    }

    /// <summary>The work that follows is what <see cref="StepAside"/> speaks of.</summary>
    public void Begin() => OfThisRequest.Value = this;

    /// <summary>What is being worked on here waits for something else than the processor. It goes on without a place.</summary>
    public static void StepAside() => OfThisRequest.Value?.Dispose();

    /// <summary>Waits for a place again after having given it up; where that takes too long it goes on without one.</summary>
    public ValueTask ReturnAsync(CancellationToken cancel) => turns.ReturnAsync(this, cancel);

    /// <summary>Gives the place up, if it still is one.</summary>
    public void Dispose() => turns.Leave(this);
}
