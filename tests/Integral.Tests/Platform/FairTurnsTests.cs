using Integral.Platform.Web;

namespace Integral.Tests.Platform;

/// <summary>Who is worked on next when more ask than can be worked on at once (A44). Time passes only when a test says so.</summary>
public sealed class FairTurnsTests
{
    private static readonly Guid Flooding = Guid.NewGuid(), Second = Guid.NewGuid(), Third = Guid.NewGuid();

    private readonly ToldClock clock = new();
    private readonly List<string> served = [];

    [Fact]
    public async Task Tenants_are_served_in_turn_however_many_of_one_wait()
    {
        using var turns = new FairTurns(places: 1, mostWaiting: 10, clock);
        var first = await turns.EnterAsync(Flooding, default);
        Task[] all = [ServeAsync(turns, Flooding, "flood 1"), ServeAsync(turns, Flooding, "flood 2"), ServeAsync(turns, Flooding, "flood 3"), ServeAsync(turns, Second, "second"), ServeAsync(turns, Third, "third 1"), ServeAsync(turns, Third, "third 2")];
        Assert.Equal((1, 6), turns.Now);
        first!.Dispose();
        await Task.WhenAll(all);

        Assert.Equal(["flood 1", "second", "third 1", "flood 2", "third 2", "flood 3"], served);
        Assert.Equal((0, 0), turns.Now);
    }

    [Fact]
    public async Task One_that_has_had_more_than_its_share_has_few_places_until_it_is_alone_again()
    {
        using var turns = new FairTurns(places: 8, mostWaiting: 10, clock);
        var alone = Enter(turns, Flooding, 8);
        Assert.Equal((8, 0), turns.Now);
        clock.Pass(TimeSpan.FromMilliseconds(100));
        foreach (var place in alone) (await place)!.Dispose();
        (await turns.EnterAsync(Second, default))!.Dispose();

        var flood = Enter(turns, Flooding, 5);
        Assert.Equal((0, 5), turns.Now);       // somebody else was there just now
        clock.Pass(FairTurns.Quiet);
        clock.Ring();
        Assert.Equal((1, 4), turns.Now);
        Assert.All(Enter(turns, Third, 7), place => Assert.True(place.IsCompletedSuccessfully));

        clock.Pass(TimeSpan.FromSeconds(2));
        clock.Ring();       // nobody else has been worked on for a while
        foreach (var place in flood) Assert.NotNull(await place);
    }

    [Fact]
    public async Task One_that_floods_is_served_seldom_while_the_others_keep_everything_busy()
    {
        using var turns = new FairTurns(places: 8, mostWaiting: 10, clock);
        var alone = Enter(turns, Flooding, 1);
        clock.Pass(TimeSpan.FromMilliseconds(100));
        (await alone[0])!.Dispose();
        (await turns.EnterAsync(Second, default))!.Dispose();
        var busy = Enter(turns, Third, 2);
        var flood = Enter(turns, Flooding, 3);
        Assert.Equal((2, 3), turns.Now);

        for (var waiting = 2; waiting >= 0; waiting--)
        {
            clock.Ring();
            Assert.Equal(waiting + 1, turns.Now.Waiting);
            clock.Pass(FairTurns.Seldom);
            clock.Ring();
            Assert.Equal(waiting, turns.Now.Waiting);
            (await flood[2 - waiting])!.Dispose();
            Assert.Equal(waiting, turns.Now.Waiting);
        }
        foreach (var place in busy) (await place)!.Dispose();
    }

    [Fact]
    public async Task Who_goes_while_waiting_makes_room_for_the_next()
    {
        using var turns = new FairTurns(places: 1, mostWaiting: 1, clock);
        using var gone = new CancellationTokenSource();
        var first = await turns.EnterAsync(Flooding, default);
        var waiting = turns.EnterAsync(Flooding, gone.Token).AsTask();
        Assert.Null(await turns.EnterAsync(Flooding, default));        // the line is full, for this tenant only
        var neighbour = turns.EnterAsync(Second, default).AsTask();
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);

        Assert.Equal((1, 1), turns.Now);
        first!.Dispose();
        first.Dispose();
        (await neighbour)!.Dispose();
        Assert.Equal((0, 0), turns.Now);
    }

    [Fact]
    public async Task Who_waits_for_something_else_gives_the_place_up_and_queues_again()
    {
        using var turns = new FairTurns(places: 1, mostWaiting: 10, clock);
        var slow = await turns.EnterAsync(Flooding, default);
        slow!.Begin();
        Place.StepAside();
        var quick = await turns.EnterAsync(Second, default);
        var returning = slow.ReturnAsync(default).AsTask();
        Assert.False(returning.IsCompleted);
        quick!.Dispose();
        await returning;
        Assert.Equal((1, 0), turns.Now);
    }

    [Fact]
    public async Task Long_work_no_longer_counts_and_nobody_waits_for_ever()
    {
        using var turns = new FairTurns(places: 1, mostWaiting: 10, clock);
        Assert.NotNull(await turns.EnterAsync(Flooding, default));
        var next = turns.EnterAsync(Second, default).AsTask();
        clock.Pass(FairTurns.Long);
        clock.Ring();
        Assert.NotNull(await next);

        var late = turns.EnterAsync(Third, default).AsTask();
        clock.Pass(FairTurns.Patience);
        clock.Ring();
        Assert.Null(await late);
    }

    private static List<Task<Place?>> Enter(FairTurns turns, Guid whose, int times) => [.. Enumerable.Range(0, times).Select(_ => turns.EnterAsync(whose, default).AsTask())];

    private async Task ServeAsync(FairTurns turns, Guid whose, string name)
    {
        using var place = await turns.EnterAsync(whose, default);
        lock (served) served.Add(name);
    }

    /// <summary>A clock that stands still, with timers that ring when they are told to.</summary>
    internal sealed class ToldClock : TimeProvider
    {
        private readonly List<Timer> timers = [];
        private long now = 1;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;
        public override long GetTimestamp() => now;
        public void Pass(TimeSpan time) => now += time.Ticks;
        public void Ring() => timers.ToList().ForEach(t => t.Ring());

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = new Timer(() => callback(state), timers);
            timers.Add(timer);
            return timer;
        }

        private sealed class Timer(Action ring, List<Timer> among) : ITimer
        {
            public void Ring() => ring();
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;
            public void Dispose() => among.Remove(this);

            public ValueTask DisposeAsync()
            {
                Dispose();
                return ValueTask.CompletedTask;
            }
        }
    }
}
