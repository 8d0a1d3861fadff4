using System.Net.Mail;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Integral.Platform.Messaging;

/// <summary>
/// Letters on their way. A page never waits for the mail server, nor does its answering time tell whether a letter was sent.
/// They are kept in memory: what a restart loses, its receiver asks for again.
/// </summary>
public sealed class Letters(IPost post, TimeProvider clock, ILogger<Letters> log) : BackgroundService
{
    private const int AtMost = 5000;
    private static readonly TimeSpan[] Waits = [TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10)];

    private readonly Channel<(Letter Letter, int Tries)> waiting = Channel.CreateBounded<(Letter, int)>(AtMost);

    public bool IsOn => post.IsOn;

    public void Send(Letter letter) => Enqueue(letter, 0);

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        await foreach (var (letter, tries) in waiting.Reader.ReadAllAsync(stopping))
        {
            try
            {
                await post.SendAsync(letter, stopping);
            }
            // Whatever it is: a letter that can't be sent must not end the process.
            catch (Exception trouble) when (!stopping.IsCancellationRequested)
            {
                Again(letter, tries, trouble, stopping);
            }
        }
    }

    // Nothing of the letter is logged: it holds a link that lets one in.
    private void Again(Letter letter, int tries, Exception trouble, CancellationToken stopping)
    {
        if (tries >= Waits.Length || trouble is FormatException or SmtpFailedRecipientException)
        {
            log.LogError("A letter couldn't be sent and was given up: {Trouble}", trouble.Message);
            return;
        }
        log.LogWarning("The mail server doesn't take letters now ({Trouble}); trying again in {Wait}.", trouble.Message, Waits[tries]);
        _ = LaterAsync();

        async Task LaterAsync()
        {
            await Task.Delay(Waits[tries], clock, stopping).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            Enqueue(letter, tries + 1);
        }
    }

    private void Enqueue(Letter letter, int tries)
    {
        if (!waiting.Writer.TryWrite((letter, tries))) log.LogError("More than {AtMost} letters are waiting; one was given up.", AtMost);
    }
}
