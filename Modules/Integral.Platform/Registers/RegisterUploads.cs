using Integral.Platform.Data;
using Integral.Platform.Security;
using Integral.Platform.Sheets;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Registers;

/// <summary>A register that somebody has uploaded, while they look at what would be made of it.</summary>
internal sealed class RegisterUpload
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }

    /// <summary>Of the file.</summary>
    public required string Name { get; init; }
    public required byte[] Content { get; init; }
    public required DateTime CreatedAt { get; init; }
}

/// <summary>Keeps uploaded registers for a day, each for the one who uploaded it. In the database: another node may be asked next.</summary>
public sealed class RegisterUploads
{
    private const int LongestName = 200;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private readonly HostDb host;
    private readonly Current current;
    private readonly TimeProvider clock;

    internal RegisterUploads(HostDb host, Current current, TimeProvider clock) => (this.host, this.current, this.clock) = (host, current, clock);

    private Guid Account => current.Account?.AccountId ?? throw new InvalidOperationException("Only somebody who is signed in uploads.");

    /// <exception cref="RuleException">It is no table.</exception>
    public async Task<Guid> KeepAsync(string name, byte[] content, CancellationToken cancel = default)
    {
        _ = SheetFile.Read(content);
        var (now, plain) = (clock.GetUtcNow().UtcDateTime, Path.GetFileName(name));
        var upload = new RegisterUpload { AccountId = Account, Name = plain.Length > LongestName ? plain[^LongestName..] : plain, Content = content, CreatedAt = now };
        var old = now - Kept;
        await host.WriteAsync(async () =>
        {
            await host.RegisterUploads.Where(u => u.CreatedAt < old).ExecuteDeleteAsync(cancel);
            host.Add(upload);
            await host.SaveChangesAsync(cancel);
        }, cancel);
        return upload.Id;
    }

    /// <exception cref="NotFoundException">There is none, it is somebody else's, or it was longer ago than a day.</exception>
    public async Task<(string Name, Sheet Sheet)> FindAsync(Guid id, CancellationToken cancel = default)
    {
        var (account, old) = (Account, clock.GetUtcNow().UtcDateTime - Kept);
        var upload = await host.RegisterUploads.AsNoTracking().SingleOr404Async(u => u.Id == id && u.AccountId == account && u.CreatedAt >= old, cancel);
        return (upload.Name, SheetFile.Read(upload.Content));
    }
}
