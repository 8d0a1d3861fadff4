namespace Integral.Tests.Kit;

/// <summary>Waits for what happens a little later.</summary>
internal static class Until
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static async Task TrueAsync(Func<Task<bool>> condition, string otherwise)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < Patience, otherwise);
            await Task.Delay(50);
        }
    }

    /// <summary>Waits for long work: it may take its time, as long as what is read of it goes on changing.</summary>
    public static async Task<string> DoneAsync(Func<Task<string>> read, Func<string, bool> isDone, string otherwise)
    {
        var (last, since) = (await read(), TimeProvider.System.GetTimestamp());
        while (!isDone(last))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(since) < Patience, otherwise);
            await Task.Delay(50);
            var now = await read();
            if (now != last) (last, since) = (now, TimeProvider.System.GetTimestamp());
        }
        return last;
    }
}
