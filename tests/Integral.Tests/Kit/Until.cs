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
}
