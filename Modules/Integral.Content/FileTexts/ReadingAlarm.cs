using Integral.Content.Media;
using Integral.Platform.Jobs;

namespace Integral.Content.FileTexts;

/// <summary>Has the current institution's files read soon: once they are stored, and a little later if the server stops between.</summary>
internal sealed class ReadingAlarm(Alarm alarm, MediaLimits limits, Current current, TimeProvider clock)
{
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(1);

    /// <summary>Before a file is stored.</summary>
    public Task SetAsync(string mediaType) => AtAsync(mediaType, Later);

    /// <summary>After it.</summary>
    public Task RingAsync(string mediaType) => AtAsync(mediaType, TimeSpan.Zero);

    private Task AtAsync(string mediaType, TimeSpan later) =>
        limits.ReadsWords && FileText.MayBeIn(mediaType) ? alarm.SetAsync(current.Tenant.Id, FileReading.Alarm, clock.GetUtcNow().UtcDateTime + later) : Task.CompletedTask;
}

/// <summary>One process at a time reads files of this server, whichever institution they are of.</summary>
internal sealed class ReadingPlace : IDisposable
{
    private readonly SemaphoreSlim place = new(1);

    public bool TryTake() => place.Wait(0);
    public void Leave() => place.Release();
    public void Dispose() => place.Dispose();
}
