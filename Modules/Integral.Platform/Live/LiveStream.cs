using System.Text;
using System.Threading.Channels;
using Integral.Platform.Security;

namespace Integral.Platform.Live;

/// <summary>What one browser hears. It holds a few lines and no connection to a database; whoever reads too slowly is told to read everything again.</summary>
internal sealed class LiveStream(Guid tenant, SignedIn who, DateTime now) : IDisposable
{
    private const int AtMost = 64;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Channel<string> lines = Channel.CreateBounded<string>(new BoundedChannelOptions(AtMost) { SingleReader = true });
    private readonly CancellationTokenSource cut = new();
    private volatile bool hasMissed;
    private volatile string last = "";

    public Guid TenantId { get; } = tenant;
    public Guid SessionId { get; } = who.SessionId;
    public Guid AccountId { get; } = who.AccountId;
    public DateTime SaidAt { get; private set; } = now;

    public bool Hears(Guid? to) => to is null || to == AccountId || to == who.PersonId;

    public void Put(string line, DateTime at)
    {
        SaidAt = at;
        if (!lines.Writer.TryWrite(line)) hasMissed = true;
    }

    /// <summary>Ends it at once; a browser that doesn't even take what is written is cut off a moment later.</summary>
    public void End(string lastWord = "")
    {
        if (last.Length == 0) last = lastWord;
        if (lines.Writer.TryComplete()) cut.CancelAfter(Patience);
    }

    /// <summary>Completes when the stream is to end.</summary>
    public async Task WriteAsync(Stream body, CancellationToken gone)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(gone, cut.Token);
        await foreach (var line in lines.Reader.ReadAllAsync(end.Token))
        {
            await SayAsync(body, hasMissed ? Caught() : line, end.Token);
        }
        if (last.Length > 0) await SayAsync(body, last, end.Token);
    }

    // What it still has is older than what it missed.
    private string Caught()
    {
        hasMissed = false;
        while (lines.Reader.TryRead(out _)) { }
        return LiveStreams.Resync;
    }

    public static async Task SayAsync(Stream body, string text, CancellationToken cancel)
    {
        await body.WriteAsync(Encoding.UTF8.GetBytes(text), cancel);
        await body.FlushAsync(cancel);
    }

    public void Dispose() => cut.Dispose();
}
