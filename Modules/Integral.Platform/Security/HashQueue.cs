using System.Buffers.Binary;
using System.Threading.Channels;
using Integral.Platform.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;

namespace Integral.Platform.Security;

/// <summary>More people sign in than can be checked in time. The screen asks to try again.</summary>
public sealed class BusyException : Exception;

/// <summary>
/// Hashes passwords one after the other, in the order of arrival, on threads of their own and below the others' priority:
/// a morning's sign-ins must not starve the journal. A hash is about 100 ms of a core.
/// </summary>
public sealed class HashQueue : IDisposable
{
    private const int AtMost = 2000, Few = 1000;

    private readonly Channel<Action> waiting = Channel.CreateBounded<Action>(AtMost);
    private readonly PasswordHasher<Account> hasher, quick;
    private readonly int iterations;
    private readonly string nobody;

    public HashQueue(IConfiguration configuration)
    {
        iterations = configuration.GetValue("Integral:Security:HashIterations", 210_000);     // OWASP's figure for PBKDF2 with SHA-512
        (hasher, quick) = (Hasher(iterations), Hasher(Math.Min(iterations, Few)));
        nobody = hasher.HashPassword(null!, Secrets.New());
        for (var i = 0; i < Math.Max(1, Environment.ProcessorCount - 1); i++)
            new Thread(Work) { IsBackground = true, Name = "password hashing", Priority = ThreadPriority.BelowNormal }.Start();
    }

    public Task<string> HashAsync(Account account, string password) => RunAsync(() => hasher.HashPassword(account, password));

    /// <summary>
    /// Hashes a password that chance has made and that has 64 bits or more. It is slow hashing that keeps what people think of from being guessed; so many
    /// can't be tried however fast it goes. At the first sign-in it is hashed like any other.
    /// </summary>
    public async Task<string> HashIssuedAsync(Account account, string password)
    {
        // Nobody waits at a screen for it, so a full queue is waited for: an import of thousands isn't given up because many sign in.
        var task = TaskOf(() => quick.HashPassword(account, password));
        await waiting.Writer.WriteAsync(() => task.RunSynchronously(TaskScheduler.Default));
        return await task;
    }

    /// <summary>Checks a password. For a login that doesn't exist it takes just as long.</summary>
    /// <returns>Whether it's right, and a new hash if the stored one is weaker than today's.</returns>
    public Task<(bool IsRight, string? Better)> VerifyAsync(Account? account, string password) => RunAsync(() =>
    {
        var result = hasher.VerifyHashedPassword(account!, account?.PasswordHash ?? nobody, password);
        if (account?.PasswordHash is null || result == PasswordVerificationResult.Failed)
        {
            // Else how soon the answer comes would tell whose first password still waits to be used.
            if (account?.PasswordHash is { } hash && IterationsOf(hash) < iterations) hasher.VerifyHashedPassword(account, nobody, password);
            return (false, (string?)null);
        }
        return (true, result == PasswordVerificationResult.SuccessRehashNeeded ? hasher.HashPassword(account, password) : null);
    });

    private static PasswordHasher<Account> Hasher(int iterations) => new(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = iterations }));

    // A byte for the format and four for the function stand before them.
    private static long IterationsOf(string hash) => Convert.FromBase64String(hash) is { Length: > 9 } bytes ? BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(5)) : 0;

    /// <exception cref="BusyException">The queue is full.</exception>
    private Task<T> RunAsync<T>(Func<T> work)
    {
        var task = TaskOf(work);
        Place.StepAside();
        return waiting.Writer.TryWrite(() => task.RunSynchronously(TaskScheduler.Default)) ? task : throw new BusyException();
    }

    // A task keeps its failure for the one who awaits it: a hash that can't be read must not end the thread, and with it the process.
    private static Task<T> TaskOf<T>(Func<T> work) => new(work, TaskCreationOptions.RunContinuationsAsynchronously);

    private void Work()
    {
        while (waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (waiting.Reader.TryRead(out var work)) work();
        }
    }

    public void Dispose() => waiting.Writer.TryComplete();
}
